import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { answerQuestion } from '../api/passkeys';
import { sessionQuery } from '../api/session';

/** サインイン by パスキー: the authenticator says who it is. */
export function usePasskeySignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { options } = await unwrap(api.POST('/api/v1/session/passkey/challenge'));
      await unwrap(api.POST('/api/v1/session/passkey', { body: { answer: await answerQuestion(options) } }));
      return client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
  });
}
