import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { useWrite } from './write';

export const useNotifications = () =>
  useQuery({
    queryKey: queryKeys.notifications,
    queryFn: () => unwrap(api.GET('/api/v1/notifications')),
    refetchInterval: 60_000,
  });

export function useMarkNotificationsRead() {
  const client = useQueryClient();
  return useWrite(
    (ids: string[] | 'all', key) =>
      unwrap(api.POST('/api/v1/notifications/read', { body: { ids }, headers: writeHeaders(key) })),
    { onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notifications }) },
  );
}
