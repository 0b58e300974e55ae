import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { useWrite } from './write';

/** 確定待ち: my decisions that can still be undone, also those made before this browser was opened. */
export const useStagedDecisions = () =>
  useQuery({
    queryKey: queryKeys.staged,
    queryFn: () => unwrap(api.GET('/api/v1/staged-decisions')),
    staleTime: Infinity,
    gcTime: 0,
  });

/** 取消し of decisions within their grace time, by the seats in which they were made. */
export function useUndoStaged() {
  const client = useQueryClient();
  return useWrite(
    (seatIds: readonly string[], key) =>
      unwrap(
        api.POST('/api/v1/staged-decisions/undo', { body: { seatIds: [...seatIds] }, headers: writeHeaders(key) }),
      ),
    {
      onSettled: () => {
        for (const queryKey of [queryKeys.inbox, queryKeys.inboxCounts, ['approval'], ['document']])
          void client.invalidateQueries({ queryKey });
      },
    },
  );
}
