import { queryOptions, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { api, type Asking, atOnce, unwrap, writeHeaders } from './client';
import { actKey, refreshSoon } from './fresh-lists';
import { queryKeys } from './keys';
import type { ActRequest, Approval, InstructionBody, RevisionBody, SubmissionBody } from './types';
import { painted } from './painted';
import { useWrite } from './write';

export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.approval(id),
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/approval', { params: { path: { id } } })),
    staleTime: 10_000,
  });

/** How long after its time a decision may take effect before the page gives up waiting. */
const PATIENCE_MS = 60_000;

/** While a decision waits to take effect, its author sees the seconds go by. */
export function whileStaged({ state }: Pick<Query<Approval>, 'state'>): number | false {
  const { data, dataUpdatedAt, error } = state;
  if (!data?.staged || error) return false;
  return Date.now() - dataUpdatedAt < data.staged.remainingSeconds * 1_000 + PATIENCE_MS && 1_000;
}

export const useApproval = (id: string | null) =>
  useQuery({
    ...approvalQuery(id ?? ''),
    enabled: id !== null,
    refetchInterval: whileStaged,
  });

const refreshLists = (client: QueryClient) =>
  refreshSoon(client, [queryKeys.inbox, queryKeys.inboxCounts, queryKeys.documents, queryKeys.notifications]);

export interface ActOnDocument {
  documentId: string;
  request: ActRequest;
}

/** Every act but the editing of content. The row that it settles leaves before it is on its way. */
export function useAct() {
  const client = useQueryClient();
  return useWrite(
    async ({ documentId, request }: ActOnDocument, key) => {
      await painted();
      return unwrap(
        api.POST('/api/v1/documents/{id}/acts', {
          params: { path: { id: documentId } },
          body: request,
          headers: writeHeaders(key),
        }),
      );
    },
    {
      mutationKey: actKey,
      onSuccess: (approval: Approval) => client.setQueryData(queryKeys.approval(approval.documentId), approval),
      onSettled: (_approval, error, { documentId }) => {
        void client.invalidateQueries({ queryKey: queryKeys.document(documentId) });
        // What was refused may be refused because the matter has moved on.
        if (error) void client.invalidateQueries({ queryKey: queryKeys.approval(documentId) });
        refreshLists(client);
      },
    },
  );
}

export function useSubmitDocument(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: SubmissionBody, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/submissions', {
          params: { path: { id } },
          body,
          headers: writeHeaders(key),
        }),
      ),
    {
      onSuccess: (approval) => {
        client.setQueryData(queryKeys.approval(id), approval);
        void client.invalidateQueries({ queryKey: queryKeys.document(id) });
        void client.invalidateQueries({ queryKey: queryKeys.revisions(id) });
        refreshLists(client);
      },
    },
  );
}

/** 修正: the content as it is to be, with the reason (RULE-60). */
export function useRevise(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: RevisionBody, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/revisions', { params: { path: { id } }, body, headers: writeHeaders(key) }),
      ),
    {
      onSuccess: (approval) => {
        client.setQueryData(queryKeys.approval(id), approval);
        void client.invalidateQueries({ queryKey: queryKeys.document(id) });
        void client.invalidateQueries({ queryKey: queryKeys.revisions(id) });
        refreshLists(client);
      },
    },
  );
}

/** 事前の指示 of the decider, written down for a 代決 to rely on (RULE-42). */
export function useInstruct(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: InstructionBody, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/instructions', { params: { path: { id } }, body, headers: writeHeaders(key) }),
      ),
    { onSuccess: (approval) => client.setQueryData(queryKeys.approval(id), approval) },
  );
}

/** Tells the server what this person has looked at: bulk approval excludes what was never opened (RULE-64). */
export const useMarkRead = () =>
  useWrite(
    (
      { documentId: id, attachmentIds, ask = atOnce }: { documentId: string; attachmentIds: string[]; ask?: Asking },
      key,
    ) => {
      const write = { params: { path: { id } }, body: { attachmentIds }, headers: writeHeaders(key) };
      return unwrap(ask(() => api.POST('/api/v1/documents/{id}/read-marks', write)));
    },
  );
