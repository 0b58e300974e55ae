import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { untilMade } from './being-made';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components, paths } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Receipt = Schemas['ReceiptView'];
export type ReceiptListItem = Schemas['ReceiptListItem'];
export type ReceiptCounts = Schemas['ReceiptCounts'];
export type ReceiptState = ReceiptListItem['state'];
export type ReceiptFields = Schemas['CorrectReceiptRequest'];
export type RegisterReceipt = Schemas['RegisterReceiptRequest'];
export type ReceiptEnding = Schemas['EndingView'];
export type IntakeChoices = Schemas['IntakeChoices'];
export type RefusedAct = Schemas['RefusedAct'];
type ListQuery = NonNullable<paths['/api/v1/receipts']['get']['parameters']['query']>;
export type ReceiptFilter = Omit<ListQuery, 'cursor' | 'limit'>;

export const receiptListQuery = (filter: ReceiptFilter) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.receipts, filter],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/receipts', { params: { query: { ...filter, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useReceiptList = (filter: ReceiptFilter) => useInfiniteQuery(receiptListQuery(filter));

export const useReceiptCounts = ({ view: _, ...filter }: ReceiptFilter) =>
  useQuery({
    queryKey: [...queryKeys.receipts, 'counts', filter],
    queryFn: () => unwrap(api.GET('/api/v1/receipts/counts', { params: { query: filter } })),
    refetchInterval: 60_000,
  });

export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.receipt(id),
    queryFn: () => unwrap(api.GET('/api/v1/receipts/{id}', { params: { path: { id } } })),
    staleTime: 10_000,
  });

export const useReceipt = (id: string) =>
  useQuery({
    ...receiptQuery(id),
    refetchInterval: ({ state: { data, error } }) => !error && untilMade(data?.attachments, data?.confidentiality),
  });

export const useIntakeChoices = () =>
  useQuery({ queryKey: queryKeys.intakeChoices, queryFn: () => unwrap(api.GET('/api/v1/receipts/choices')) });

export const useReceiptsOfDocument = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.document(id), 'receipts'],
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/receipts', { params: { path: { id } } })),
  });

/** What every act on a receipt makes stale. */
function useStale() {
  const client = useQueryClient();
  return (receipt: Receipt) => {
    client.setQueryData(queryKeys.receipt(receipt.id), receipt);
    void client.invalidateQueries({ queryKey: queryKeys.receipts });
    void client.invalidateQueries({ queryKey: queryKeys.circulations });
  };
}

export const useRegisterReceipt = () =>
  useWrite((body: RegisterReceipt, key) => unwrap(api.POST('/api/v1/receipts', { body, headers: writeHeaders(key) })), {
    onSuccess: useStale(),
  });

export const useCorrectReceipt = (id: string) =>
  useWrite(
    ({ version, ...body }: ReceiptFields & { version: number }, key) =>
      unwrap(
        api.PATCH('/api/v1/receipts/{id}', { params: { path: { id } }, body, headers: writeHeaders(key, version) }),
      ),
    { onSuccess: useStale() },
  );

/** One act, as the screens ask for it. */
export type ReceiptActRequest =
  | { act: 'receive' | 'accept' }
  | { act: 'not_needed' | 'send_back' | 'finish_reading' | 'undo'; reason: string }
  | { act: 'reroute'; reason: string; toSection: string };

function sendAct(id: string, request: ReceiptActRequest, key: string): Promise<Receipt> {
  const to = { params: { path: { id } }, headers: writeHeaders(key) };
  switch (request.act) {
    case 'receive':
      return unwrap(api.POST('/api/v1/receipts/{id}/receipt', { ...to, body: { numbered: true } }));
    case 'accept':
      return unwrap(api.POST('/api/v1/receipts/{id}/acceptance', to));
    case 'undo':
      return unwrap(api.POST('/api/v1/receipts/{id}/undoings', { ...to, body: { reason: request.reason } }));
    case 'reroute':
      return unwrap(
        api.POST('/api/v1/receipts/{id}/routings', {
          ...to,
          body: { reason: request.reason, toSection: request.toSection },
        }),
      );
    default:
      return unwrap(
        api.POST('/api/v1/receipts/{id}/endings', { ...to, body: { kind: request.act, reason: request.reason } }),
      );
  }
}

export const useActOnReceipt = (id: string) =>
  useWrite((request: ReceiptActRequest, key) => sendAct(id, request, key), { onSuccess: useStale() });

export function useDraftFromReceipt(id: string) {
  const stale = useStale();
  return useWrite(
    (matterType: string, key) =>
      unwrap(
        api.POST('/api/v1/receipts/{id}/drafts', {
          params: { path: { id } },
          body: { matterType },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: ({ receipt }) => stale(receipt) },
  );
}

export const useAttachToReceipt = (id: string) =>
  useWrite(
    (uploadId: string, key) =>
      unwrap(
        api.POST('/api/v1/receipts/{id}/attachments', {
          params: { path: { id } },
          body: { uploadId },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStale() },
  );

export const useOrderReceiptFiles = (id: string) =>
  useWrite(
    (ids: string[], key) =>
      unwrap(
        api.PUT('/api/v1/receipts/{id}/attachments/order', {
          params: { path: { id } },
          body: { ids },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStale() },
  );

export function useDetachFromReceipt(id: string) {
  const client = useQueryClient();
  return useWrite(
    (attachmentId: string, key) =>
      unwrap(
        api.DELETE('/api/v1/receipts/{id}/attachments/{attachmentId}', {
          params: { path: { id, attachmentId } },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.receipt(id) }) },
  );
}

/** 収受簿 as CSV under the same conditions as the list. */
export function ledgerAddress(filter: ReceiptFilter): string {
  const query = new URLSearchParams(
    Object.entries({ ...filter, view: filter.view ?? 'all' }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return `/api/v1/receipts/ledger.csv?${query.toString()}`;
}
