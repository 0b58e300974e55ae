import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import { hasCode } from './problem';
import type { Me } from './types';

const readSignInPage = () => unwrap(api.GET('/api/v1/sign-in'));

/** Who is signed in; null when nobody is. The public page is asked first: a refused request would stand in the console as a fault. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: async (): Promise<Me | null> => {
    try {
      if (!(await readSignInPage()).signedIn) return null;
      return await unwrap(api.GET('/api/v1/session'));
    } catch (error) {
      if (hasCode(error, 'identity.signed-out')) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const signInPageQuery = queryOptions({
  queryKey: queryKeys.signIn,
  queryFn: readSignInPage,
  staleTime: Infinity,
});

/** The signed-in person; only inside the shell, where the route has made sure of one. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('signed out');
  return data;
}

export const useSignInPage = () => useQuery(signInPageQuery);

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; password: string; code?: string }) =>
      unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: (me) => client.setQueryData(queryKeys.session, me),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: () => {
      client.clear();
      client.setQueryData(queryKeys.session, null);
    },
  });
}
