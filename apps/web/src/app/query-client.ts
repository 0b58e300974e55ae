import { MutationCache, type Query, QueryCache, QueryClient, type QueryPersister } from '@tanstack/react-query';
import { hasCode, isProofNeeded, NetworkError } from '../shared/api/problem';
import { noteSessionEnd } from './session-end';

const readAttempts = 2;

const onError = (error: unknown) => {
  if (hasCode(error, 'identity.signed-out')) noteSessionEnd();
};

let reading: QueryPersister = (read, context) => read(context);
/** How queries are read from now on. */
export const readBy = (by: QueryPersister): void => {
  reading = by;
};
const isOpen = ({ state }: Query): boolean => !isProofNeeded(state.error);

/** Reads are repeated when the network failed, never when the server refused. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      persister: (read, context, query) => reading(read, context, query),
      refetchOnWindowFocus: isOpen,
      refetchOnReconnect: isOpen,
      retry: (failures, error) => error instanceof NetworkError && failures < readAttempts,
    },
  },
});
