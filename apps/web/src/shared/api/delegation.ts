import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { DelegationRuleInput, DelegationTable, SettingsTrial } from './types';
import { useWrite } from './write';

const byId = (id: number) => ({ params: { path: { id } } });

/** Versions of the delegation table (専決規程). */
export const useDelegationTables = () =>
  useQuery({
    queryKey: queryKeys.delegationTables,
    queryFn: () => unwrap(api.GET('/api/v1/delegation-tables')),
  });

/** The version that a document proposes, if it does and the reader may see it. */
export const useProposedTable = (documentId: string | null) =>
  useQuery({
    queryKey: [...queryKeys.delegationTables, 'of', documentId],
    queryFn: async () => {
      const query = { documentId: documentId ?? '' };
      const { items } = await unwrap(api.GET('/api/v1/delegation-tables', { params: { query } }));
      return items[0] ?? null;
    },
    enabled: documentId !== null,
  });

export const useDelegationTable = (id: number | null) =>
  useQuery({
    queryKey: queryKeys.delegationTable(id ?? 0),
    queryFn: () => unwrap(api.GET('/api/v1/delegation-tables/{id}', byId(id ?? 0))),
    enabled: id !== null,
  });

export const useDelegationChoices = () =>
  useQuery({
    queryKey: [...queryKeys.delegationTables, 'choices'],
    queryFn: () => unwrap(api.GET('/api/v1/delegation-tables/choices')),
    staleTime: 60 * 60_000,
  });

/** After every write: the version itself is known, the list and the cases may have changed. */
function useKept() {
  const client = useQueryClient();
  return {
    onSuccess: (table: DelegationTable) => {
      client.setQueryData(queryKeys.delegationTable(table.id), table);
      void client.invalidateQueries({ queryKey: queryKeys.delegationTables, exact: true });
    },
  };
}

export const useDraftTable = () =>
  useWrite(
    (body: { basedOn: number; note: string | null }, key) =>
      unwrap(api.POST('/api/v1/delegation-tables', { body, headers: writeHeaders(key) })),
    useKept(),
  );

export interface TableEdit {
  readonly revision: number;
  readonly note: string | null;
  readonly rules: DelegationRuleInput[];
}

export const useSaveTable = (id: number) =>
  useWrite(
    (body: TableEdit, key) =>
      unwrap(api.PUT('/api/v1/delegation-tables/{id}', { ...byId(id), body, headers: writeHeaders(key) })),
    useKept(),
  );

export const usePublishTable = (id: number) =>
  useWrite(
    (body: { revision: number; validFrom: string }, key) =>
      unwrap(api.POST('/api/v1/delegation-tables/{id}/publication', { ...byId(id), body, headers: writeHeaders(key) })),
    useKept(),
  );

export const useWithdrawTable = (id: number) =>
  useWrite(
    (_: 'withdraw', key) =>
      unwrap(api.POST('/api/v1/delegation-tables/{id}/withdrawal', { ...byId(id), headers: writeHeaders(key) })),
    useKept(),
  );

export function useDiscardTable(id: number) {
  const client = useQueryClient();
  return useWrite(
    (_: 'discard', key) =>
      unwrap(api.DELETE('/api/v1/delegation-tables/{id}', { ...byId(id), headers: writeHeaders(key) })),
    {
      onSuccess: () => {
        client.removeQueries({ queryKey: queryKeys.delegationTable(id) });
        void client.invalidateQueries({ queryKey: queryKeys.delegationTables, exact: true });
      },
    },
  );
}

/** Matters decided last on which a change is tried, beside everything under way. */
export type DecidedLately = Pick<SettingsTrial, 'decided' | 'decidedDays'>;

/** 試す: runs a version over real matters; nothing is changed, so it is asked anew each time. */
export const useTrial = (id: number) =>
  useMutation({
    mutationFn: (body: DecidedLately) =>
      unwrap(api.POST('/api/v1/delegation-tables/{id}/trials', { ...byId(id), body })),
  });

export const useRouteSettings = () =>
  useQuery({
    queryKey: ['route-settings'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/route-settings', { signal })),
  });

/** 試す: other route settings over real matters; nothing is changed, so it is asked anew each time. */
export const useSettingsTrial = () =>
  useMutation({
    mutationFn: (body: SettingsTrial) => unwrap(api.POST('/api/v1/route-settings/trials', { body })),
  });

export interface SimulatedMatter {
  readonly matterType: string;
  readonly unitCode: string;
  readonly amount: number | null;
  /** The day on which it is planned; null: today. */
  readonly day: string | null;
}

export const useSimulation = (id: number, revision: number, matter: SimulatedMatter | null) =>
  useQuery({
    queryKey: ['route-simulation', id, revision, matter],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/delegation-tables/{id}/route-simulations', {
          ...byId(id),
          body: {
            matterType: matter?.matterType ?? '',
            unitCode: matter?.unitCode ?? '',
            fields: matter?.amount === null || matter === null ? {} : { amount: matter.amount },
            ...(matter?.day ? { day: matter.day } : {}),
          },
          signal,
        }),
      ),
    enabled: matter !== null,
    placeholderData: keepPreviousData,
  });

export const useCoverage = (days: number) =>
  useQuery({
    queryKey: ['route-coverage', days],
    queryFn: () => unwrap(api.GET('/api/v1/route-coverage', { params: { query: { days } } })),
  });
