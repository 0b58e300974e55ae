import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hasCode, NetworkError } from '../shared/api/problem';
import { noteSessionEnd } from './session-end';

const readAttempts = 2;

const onError = (error: unknown) => {
  if (hasCode(error, 'identity.signed-out')) noteSessionEnd();
};

/** Reads are repeated when the network failed, never when the server refused. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, error) => error instanceof NetworkError && failures < readAttempts,
    },
  },
});
