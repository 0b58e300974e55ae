import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { RequestedSeats } from './types';

export interface RouteQuestion {
  matterType: string;
  fields: Record<string, unknown>;
  attributes: object;
  requested?: RequestedSeats;
}

/** The route the engine would plan for what is typed now (RULE-21); the previous answer stays until the next is there. */
export const useRoutePreview = (question: RouteQuestion | null) =>
  useQuery({
    queryKey: ['route-preview', question],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/route-previews', {
          body: question ?? { matterType: '', fields: {}, attributes: {} },
          signal,
        }),
      ),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
