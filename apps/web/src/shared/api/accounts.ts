import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type AccountLine = Schemas['AccountLineView'];
export type AccountChange = Schemas['AccountChangeBody']['change'];
export type Provisioned = Schemas['ProvisionedView'];

const accounts = ['accounts'];

/** アカウントの一覧 */
export const useAccounts = (words: string) =>
  useQuery({
    queryKey: [...accounts, words],
    queryFn: () => unwrap(api.GET('/api/v1/accounts', { params: { query: words === '' ? {} : { words } } })),
    placeholderData: keepPreviousData,
  });

function useStep<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation<R, Error, V>({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: accounts }),
  });
}

export const useProvision = () =>
  useStep((staffNos: string[]) => unwrap(api.POST('/api/v1/accounts/provisionings', { body: { staffNos } })));
export const useCreateAccount = () =>
  useStep((staffNo: string) => unwrap(api.POST('/api/v1/accounts', { body: { staffNo } })));
export const useResetPassword = () =>
  useStep(({ staffNo, reason }: { staffNo: string; reason: string }) =>
    unwrap(api.POST('/api/v1/accounts/{staffNo}/passwords', { params: { path: { staffNo } }, body: { reason } })),
  );
export const useChangeAccount = () =>
  useStep(({ staffNo, ...body }: { staffNo: string; change: AccountChange; reason: string }) =>
    unwrap(api.POST('/api/v1/accounts/{staffNo}/changes', { params: { path: { staffNo } }, body })),
  );
