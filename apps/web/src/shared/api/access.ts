import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { answerQuestion, makePasskey } from './passkeys';
import type { components } from './schema';

export type MyAccess = components['schemas']['MyAccessView'];
export type MySession = components['schemas']['MySessionView'];
export type TotpOffer = components['schemas']['TotpOfferView'];
export interface Proof {
  readonly password?: string;
  readonly code?: string;
}

const myAccess = ['my-access'];

/** 自分の設定 */
export const useMyAccess = () => useQuery({ queryKey: myAccess, queryFn: () => unwrap(api.GET('/api/v1/my/access')) });

/** A step in one's own access; afterwards everything about it is read again, duties included. */
function useStep<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation<R, Error, V>({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: myAccess });
      void client.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

export const useChangePassword = () =>
  useStep((body: { current: string; next: string }) => unwrap(api.PUT('/api/v1/my/password', { body })));
export const useEndSession = () =>
  useStep((id: string) => unwrap(api.DELETE('/api/v1/my/sessions/{id}', { params: { path: { id } } })));
export const useEndOtherSessions = () => useStep(() => unwrap(api.DELETE('/api/v1/my/sessions')));
export const useOfferTotp = () => useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/my/totp')) });
export const useConfirmTotp = () =>
  useStep((code: string) => unwrap(api.POST('/api/v1/my/totp/confirmation', { body: { code } })));
export const useRemoveTotp = () => useStep(() => unwrap(api.DELETE('/api/v1/my/totp')));
export const useRenewCodes = () => useStep(() => unwrap(api.POST('/api/v1/my/recovery-codes')));
export const useRemovePasskey = () =>
  useStep((id: string) => unwrap(api.DELETE('/api/v1/my/passkeys/{id}', { params: { path: { id } } })));

/** The authenticator is asked by the browser; its answer goes to the server as it is. */
export const useAddPasskey = () =>
  useStep(async (name: string) => {
    const { options } = await unwrap(api.POST('/api/v1/my/passkeys/challenge'));
    const answer = await makePasskey(options);
    return unwrap(api.POST('/api/v1/my/passkeys', { body: { name, answer } }));
  });

/** 本人確認 by password or code. */
export const useProve = () =>
  useMutation({ mutationFn: (body: Proof) => unwrap(api.POST('/api/v1/session/proof', { body })) });

export const useProveByPasskey = () =>
  useMutation({
    mutationFn: async () => {
      const { options } = await unwrap(api.POST('/api/v1/session/proof/challenge'));
      return unwrap(api.POST('/api/v1/session/proof', { body: { answer: await answerQuestion(options) } }));
    },
  });
