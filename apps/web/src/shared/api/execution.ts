import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
const pageSize = 100;

/** How far the execution (施行) of a document is, and what the reader may do. */
export const useExecution = (id: string) =>
  useQuery({
    queryKey: queryKeys.execution(id),
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/execution', { params: { path: { id } } })),
  });

/** One step of execution, as a person takes it. */
export type ExecutionStep =
  | { readonly step: 'number'; readonly body: Schemas['IssueNumberRequest'] }
  | { readonly step: 'clean_copy'; readonly body: Schemas['CleanCopyRequest'] }
  | { readonly step: 'collate'; readonly body: Schemas['CollationRequest'] }
  | { readonly step: 'seal'; readonly body: Schemas['SealRequest'] }
  | { readonly step: 'dispatch'; readonly body: Schemas['DispatchRequest'] }
  | { readonly step: 'undo'; readonly body: Schemas['UndoRequest'] }
  | { readonly step: 'waive' | 'abandon'; readonly body: Schemas['ExecutionReasonRequest'] };

function send(id: string, taken: ExecutionStep, key: string): Promise<unknown> {
  const to = { params: { path: { id } }, headers: writeHeaders(key) };
  switch (taken.step) {
    case 'number':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/numbers', { ...to, body: taken.body }));
    case 'clean_copy':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/clean-copies', { ...to, body: taken.body }));
    case 'collate':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/collations', { ...to, body: taken.body }));
    case 'seal':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/seals', { ...to, body: taken.body }));
    case 'dispatch':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/dispatches', { ...to, body: taken.body }));
    case 'undo':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/undos', { ...to, body: taken.body }));
    case 'waive':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/waivers', { ...to, body: taken.body }));
    case 'abandon':
      return unwrap(api.POST('/api/v1/documents/{id}/execution/abandonments', { ...to, body: taken.body }));
  }
}

export function useExecutionStep(id: string) {
  const client = useQueryClient();
  return useWrite((taken: ExecutionStep, key) => send(id, taken, key), {
    onSettled: () =>
      Promise.all(
        [
          queryKeys.execution(id),
          queryKeys.document(id),
          queryKeys.filing(id),
          queryKeys.pendingExecutions,
          queryKeys.numberLedger,
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

export const usePendingExecutions = (scope: 'section' | 'all' | 'seal') =>
  useInfiniteQuery({
    queryKey: [...queryKeys.pendingExecutions, scope],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/executions/pending', { params: { query: { scope, cursor: pageParam, limit: pageSize } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useNumberSeries = () =>
  useQuery({ queryKey: queryKeys.numberSeries, queryFn: () => unwrap(api.GET('/api/v1/numbers/series')) });

export interface LedgerOfYear {
  readonly series: string;
  readonly symbol: string;
  readonly year: number;
}

export const useNumberLedger = (ledger: LedgerOfYear | null) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.numberLedger, ledger],
    enabled: ledger !== null,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/numbers/ledger', {
          params: { query: { ...(ledger ?? { series: '', symbol: '', year: 0 }), cursor: pageParam, limit: pageSize } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export function useVoidNumber() {
  const client = useQueryClient();
  return useWrite(
    (body: Schemas['VoidNumberRequest'], key) =>
      unwrap(api.POST('/api/v1/numbers/voids', { body, headers: writeHeaders(key) })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.numberLedger }) },
  );
}

/** 欠番簿 */
export const useVoidNumbers = () =>
  useInfiniteQuery({
    queryKey: [...queryKeys.numberLedger, 'voids'],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/numbers/voids', { params: { query: { cursor: pageParam, limit: pageSize } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** 予約 of the next numbers of a series. */
export function useReserveNumbers() {
  const client = useQueryClient();
  return useWrite(
    (body: Schemas['ReservationRequest'], key) =>
      unwrap(api.POST('/api/v1/numbers/reservations', { body, headers: writeHeaders(key) })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.numberLedger }) },
  );
}

/** 続きの文書: the document takes a branch of another's number. */
export function useFollowUp(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: Schemas['FollowUpRequest'], key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/execution/follow-ups', {
          params: { path: { id } },
          body,
          headers: writeHeaders(key),
        }),
      ),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.execution(id) }) },
  );
}

export type RegisterKind = 'seal' | 'dispatch';
export interface RegisterFilter {
  readonly from?: string;
  readonly until?: string;
  readonly seal?: string;
  readonly channel?: 'post' | 'lgwan' | 'email' | 'counter' | 'exchange';
}

/** 公印使用簿 or 発送簿. */
export const useRegister = (kind: RegisterKind, filter: RegisterFilter) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.registers, kind, filter],
    queryFn: ({ pageParam }) => {
      const params = { query: { ...filter, cursor: pageParam, limit: pageSize } };
      return unwrap(
        kind === 'seal'
          ? api.GET('/api/v1/executions/seals', { params })
          : api.GET('/api/v1/executions/dispatches', { params }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
