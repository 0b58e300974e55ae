import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type PlanVersion = Schemas['PlanVersionSummary'];
export type FilingPlan = Schemas['FilingPlanView'];
export type PlanClass = Schemas['PlanClassView'];
export type PlanFault = Schemas['PlanFaultView'];
export type PlanTrial = Schemas['PlanTrial'];
export type PlanListTrial = Schemas['PlanListTrial'];
export type TriedClass = Schemas['TriedClass'];
export type PlanClassInput = Schemas['PlanClassInput'];

const byId = (id: number) => ({ params: { path: { id } } });

/** Versions of ファイル基準表; empty for whoever does not keep it. */
export const usePlanVersions = () =>
  useQuery({
    queryKey: [...queryKeys.filingPlans, 'versions'],
    queryFn: () => unwrap(api.GET('/api/v1/filing-plans')),
  });

/** A version, or the plan of a day; neither: the plan in force. */
export const useFilingPlan = (id: number | undefined, day: string | undefined) =>
  useQuery({
    queryKey: [...queryKeys.filingPlans, id ?? 'in-force', day],
    queryFn: () =>
      id === undefined
        ? unwrap(api.GET('/api/v1/filing-plans/in-force', { params: { query: day ? { day } : {} } }))
        : unwrap(api.GET('/api/v1/filing-plans/{id}', byId(id))),
  });

export const usePlanChoices = () =>
  useQuery({
    queryKey: [...queryKeys.filingPlans, 'choices'],
    queryFn: () => unwrap(api.GET('/api/v1/filing-plan-choices')),
    staleTime: 60 * 60_000,
  });

/** After every write the version is known; list, classes and years may say something else. */
function useKept() {
  const client = useQueryClient();
  return {
    onSuccess: (plan: FilingPlan) => {
      client.setQueryData([...queryKeys.filingPlans, plan.id, undefined], plan);
      for (const stale of [[...queryKeys.filingPlans, 'versions'], queryKeys.filingClasses, queryKeys.years])
        void client.invalidateQueries({ queryKey: stale });
    },
  };
}

export const useDraftPlan = () =>
  useWrite(
    (body: { note: string | null }, key) =>
      unwrap(api.POST('/api/v1/filing-plans', { body, headers: writeHeaders(key) })),
    useKept(),
  );

export const useSaveClass = (id: number) =>
  useWrite(
    ({ code, ...body }: PlanClassInput & { code: string }, key) =>
      unwrap(
        api.PUT('/api/v1/filing-plans/{id}/classes/{code}', {
          params: { path: { id, code } },
          body,
          headers: writeHeaders(key),
        }),
      ),
    useKept(),
  );

export const useTakeBackClass = (id: number) =>
  useWrite(
    ({ code, revision }: { code: string; revision: number }, key) =>
      unwrap(
        api.DELETE('/api/v1/filing-plans/{id}/classes/{code}', {
          params: { path: { id, code }, query: { revision } },
          headers: writeHeaders(key),
        }),
      ),
    useKept(),
  );

/** What a list (`filing_plan.csv`) would make of a draft; nothing is changed. */
export const usePlanListTrial = (id: number) =>
  useMutation({
    mutationFn: (list: string) =>
      unwrap(api.POST('/api/v1/filing-plans/{id}/list-trials', { ...byId(id), body: { list } })),
  });

export const useBringPlanList = (id: number) =>
  useWrite(
    (body: Schemas['PlanListRequest'], key) =>
      unwrap(api.PUT('/api/v1/filing-plans/{id}/list', { ...byId(id), body, headers: writeHeaders(key) })),
    useKept(),
  );

export const usePublishPlan = (id: number) =>
  useWrite(
    (body: Schemas['PlanPublicationRequest'], key) =>
      unwrap(api.POST('/api/v1/filing-plans/{id}/publication', { ...byId(id), body, headers: writeHeaders(key) })),
    useKept(),
  );

export const useWithdrawPlan = (id: number) =>
  useWrite(
    (_: 'withdraw', key) =>
      unwrap(api.POST('/api/v1/filing-plans/{id}/withdrawal', { ...byId(id), headers: writeHeaders(key) })),
    useKept(),
  );

export function useDiscardPlan(id: number) {
  const client = useQueryClient();
  return useWrite(
    (_: 'discard', key) => unwrap(api.DELETE('/api/v1/filing-plans/{id}', { ...byId(id), headers: writeHeaders(key) })),
    { onSuccess: () => client.invalidateQueries({ queryKey: [...queryKeys.filingPlans, 'versions'] }) },
  );
}

/** How many classes a draft would keep for less long from that day on: asked before it is published. */
export const useShorterClasses = (id: number, revision: number, day: string | null) =>
  useQuery({
    queryKey: [...queryKeys.filingPlans, 'shorter', id, revision, day],
    queryFn: async () =>
      (await unwrap(api.POST('/api/v1/filing-plans/{id}/trials', { ...byId(id), body: day === null ? {} : { day } })))
        .shorter,
    enabled: day !== null,
  });

/** 試す: looks only. */
export const usePlanTrial = (id: number) =>
  useMutation({
    mutationFn: (day: string | null) =>
      unwrap(api.POST('/api/v1/filing-plans/{id}/trials', { ...byId(id), body: day === null ? {} : { day } })),
  });
