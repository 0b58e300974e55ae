import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

export type LockingWitness = components['schemas']['LockingWitnessView'];

const key = [...queryKeys.disposals, 'lock'];

export const useDisposalLock = () =>
  useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/api/v1/disposal-lock')) });

/** Once the holds have been placed again. */
export function useReleaseDisposals() {
  const client = useQueryClient();
  return useWrite(
    (reason: string, idempotencyKey) =>
      unwrap(api.POST('/api/v1/disposal-lock/release', { headers: writeHeaders(idempotencyKey), body: { reason } })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.disposals }) },
  );
}
