import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

export type TransferPackage = components['schemas']['TransferPackageView'];

const isUnderWay = (state: TransferPackage['state'] | undefined) => state === 'waiting' || state === 'running';
const keyOf = (id: string) => [...queryKeys.disposal(id), 'package'];

/** 移管資料 of a batch; asked again every second while it is being made. */
export const useTransferPackage = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: () => unwrap(api.GET('/api/v1/disposal-batches/{id}/package', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.latest?.state) ? 1000 : false),
  });

export function useOrderTransferPackage(id: string) {
  const client = useQueryClient();
  return useWrite(
    (_: 'order', key) =>
      unwrap(
        api.POST('/api/v1/disposal-batches/{id}/package', { params: { path: { id } }, headers: writeHeaders(key) }),
      ),
    { onSuccess: (desk) => client.setQueryData(keyOf(id), desk) },
  );
}
