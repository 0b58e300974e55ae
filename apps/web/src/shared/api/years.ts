import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type YearPlan = Schemas['YearPlanView'];
export type YearLine = Schemas['YearLineView'];

/** 年度切替: the plan of a year, or how far it is. */
export const useYearPlan = (year: number) =>
  useQuery({
    queryKey: [...queryKeys.years, year],
    queryFn: () => unwrap(api.GET('/api/v1/years/{year}', { params: { path: { year } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2_000 : false),
  });

export const useYearLines = (year: number, unit: string | undefined) =>
  useQuery({
    queryKey: [...queryKeys.years, year, unit],
    enabled: unit !== undefined,
    queryFn: () =>
      unwrap(api.GET('/api/v1/years/{year}/lines', { params: { path: { year }, query: { unit: unit ?? '' } } })),
  });

const useStale = () => {
  const client = useQueryClient();
  return { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.years }) };
};

export const useChooseYearFile = (year: number) =>
  useWrite(
    (body: Schemas['YearChoiceRequest'], key) =>
      unwrap(api.PUT('/api/v1/years/{year}/choices', { params: { path: { year } }, body, headers: writeHeaders(key) })),
    useStale(),
  );

export const useConfirmYear = (year: number) =>
  useWrite(
    (body: Schemas['YearConfirmationRequest'], key) =>
      unwrap(
        api.POST('/api/v1/years/{year}/confirmation', { params: { path: { year } }, body, headers: writeHeaders(key) }),
      ),
    useStale(),
  );

export const useWithdrawYear = (year: number) =>
  useWrite(
    (_: 'withdraw', key) =>
      unwrap(
        api.DELETE('/api/v1/years/{year}/confirmation', { params: { path: { year } }, headers: writeHeaders(key) }),
      ),
    useStale(),
  );

export function labelsAddress(kind: 'spine' | 'box', fiscalYear: number, unit: string): string {
  const query = new URLSearchParams({ kind, fiscalYear: String(fiscalYear), unit });
  return `/api/v1/file-labels.pdf?${query.toString()}`;
}
