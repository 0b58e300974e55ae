import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';

export const circulationViews = ['to_read', 'read', 'started'] as const;
export type CirculationListView = (typeof circulationViews)[number];

/** What the bar counts on every screen; the rest of 供覧 comes with its own. */
export const useCirculationCounts = (enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.circulations, 'counts'],
    queryFn: () => unwrap(api.GET('/api/v1/circulations/counts')),
    enabled,
    refetchInterval: 60_000,
  });
