import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Situation = Schemas['SituationReport'];
export type WaitingMatter = Schemas['WaitingView'];
export type ReportedMatter = Schemas['ReportedMatterView'];
type MattersQuery = NonNullable<paths['/api/v1/approval-reports/matters']['get']['parameters']['query']>;
export type ReportedList = MattersQuery['list'];
export type MattersOf = Omit<MattersQuery, 'cursor' | 'limit'>;

const pageSize = 100;
const key = (...of: readonly unknown[]) => [...queryKeys.reports, ...of];

export const useSituation = () =>
  useQuery({
    queryKey: key('situation'),
    queryFn: () => unwrap(api.GET('/api/v1/approval-reports/situation')),
  });

export const useVacantSeats = () =>
  useQuery({ queryKey: key('vacant'), queryFn: () => unwrap(api.GET('/api/v1/approval-reports/vacant-seats')) });

export const useUnreadReviews = () =>
  useQuery({ queryKey: key('reviews'), queryFn: () => unwrap(api.GET('/api/v1/approval-reports/unread-reviews')) });

const ofYear = (fiscalYear: number) => ({ params: { query: { fiscalYear } } });

export const usePullUps = (fiscalYear: number) =>
  useQuery({
    queryKey: key('pull-ups', fiscalYear),
    queryFn: () => unwrap(api.GET('/api/v1/approval-reports/pull-ups', ofYear(fiscalYear))),
  });

export const useUrgency = (fiscalYear: number) =>
  useQuery({
    queryKey: key('urgency', fiscalYear),
    queryFn: () => unwrap(api.GET('/api/v1/approval-reports/urgency', ofYear(fiscalYear))),
  });

export const useMedia = (fiscalYear: number) =>
  useQuery({
    queryKey: key('media', fiscalYear),
    queryFn: () => unwrap(api.GET('/api/v1/approval-reports/media', ofYear(fiscalYear))),
  });

/** The matters behind a figure. */
export const useReportedMatters = (of: MattersOf) =>
  useInfiniteQuery({
    queryKey: key('matters', of),
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/approval-reports/matters', {
          params: { query: { ...of, cursor: pageParam, limit: pageSize } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
