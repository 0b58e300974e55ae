import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components, paths } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type RecordsOverview = Schemas['RecordsOverview'];
export type DueFile = Schemas['DueFileView'];
export type AttentionFile = Schemas['AttentionFileView'];
export type FileDetail = Schemas['RecordFileDetail'];
export type FileDocument = Schemas['FileDocumentView'];
export type DateChange = Schemas['DateChangeView'];
export type AttentionKind = paths['/api/v1/records/attention']['get']['parameters']['query']['kind'];
type DueQuery = NonNullable<paths['/api/v1/records/due-files']['get']['parameters']['query']>;
export type DueSearch = Pick<
  DueQuery,
  'fiscalYear' | 'expired' | 'unit' | 'classCode' | 'held' | 'extendYears' | 'fileIds'
>;

export const attentionKinds = [
  'unknown_expiry',
  'open_event',
  'review_due',
  'held',
  'mixed_years',
  'mixed_retention',
] as const satisfies readonly AttentionKind[];

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
};

/** 記録管理のホーム */
export const useOverview = () =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'overview'],
    queryFn: () => unwrap(api.GET('/api/v1/records/overview')),
  });

export const useDueFiles = (search: DueSearch) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.keeping, 'due', search],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/records/due-files', { params: { query: { ...search, cursor: pageParam, limit: 50 } } })),
    ...pages,
  });

/** Address of the due list as PDF or CSV. */
export function dueAddress(form: 'csv' | 'pdf', { extendYears: _, fileIds: __, ...search }: DueSearch): string {
  const given = Object.entries(search).map(([name, value]) => [name, String(value)]);
  return `/api/v1/records/due-files.${form}?${new URLSearchParams(given).toString()}`;
}

export const useAttention = (kind: AttentionKind, unit: string | undefined) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.keeping, 'attention', kind, unit],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/records/attention', {
          params: { query: { kind, ...(unit ? { unit } : {}), cursor: pageParam, limit: 50 } },
        }),
      ),
    ...pages,
  });

export const useFile = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'file', id],
    queryFn: () => unwrap(api.GET('/api/v1/record-files/{id}', { params: { path: { id } } })),
  });

export const useFileContents = (id: string) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.keeping, 'file', id, 'documents'],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/record-files/{id}/documents', {
          params: { path: { id }, query: { cursor: pageParam, limit: 50 } },
        }),
      ),
    ...pages,
  });

export const useRetentionClasses = () =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'retention-classes'],
    queryFn: () => unwrap(api.GET('/api/v1/retention-classes')),
    staleTime: 5 * 60_000,
  });

/** A whole file, or one document in it. */
export type DateTarget = { readonly fileId: string } | { readonly documentId: string };

/** A change of dates that is only looked at. */
export type DatePlan =
  | { readonly do: 'event'; readonly target: DateTarget; readonly eventOn: string | null }
  | { readonly do: 'retention'; readonly fileId: string; readonly retentionClass: string }
  | { readonly do: 'refile'; readonly documentId: string; readonly classCode: string }
  | { readonly do: 'closing'; readonly fileId: string; readonly closedOn: string };

function look(plan: DatePlan): Promise<DateChange> {
  switch (plan.do) {
    case 'event': {
      const query = plan.eventOn === null ? {} : { eventOn: plan.eventOn };
      return 'fileId' in plan.target
        ? unwrap(
            api.GET('/api/v1/record-files/{id}/event-preview', {
              params: { path: { id: plan.target.fileId }, query },
            }),
          )
        : unwrap(
            api.GET('/api/v1/documents/{id}/event-preview', {
              params: { path: { id: plan.target.documentId }, query },
            }),
          );
    }
    case 'retention': {
      const { fileId: id, retentionClass } = plan;
      return unwrap(
        api.GET('/api/v1/record-files/{id}/retention-preview', { params: { path: { id }, query: { retentionClass } } }),
      );
    }
    case 'closing': {
      const { fileId: id, closedOn } = plan;
      return unwrap(
        api.GET('/api/v1/record-files/{id}/closing-preview', { params: { path: { id }, query: { closedOn } } }),
      );
    }
    case 'refile': {
      const { documentId: id, classCode } = plan;
      return unwrap(
        api.GET('/api/v1/documents/{id}/refiling-preview', { params: { path: { id }, query: { classCode } } }),
      );
    }
  }
}

/** Old and new dates, before anything is confirmed; null: nothing is planned yet. */
export const useDatePreview = (plan: DatePlan | null) =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'preview', plan],
    enabled: plan !== null,
    queryFn: () => (plan ? look(plan) : Promise.reject(new Error('nothing is planned'))),
    retry: false,
    gcTime: 0,
  });

export type FileStep =
  | {
      readonly do: 'event';
      readonly target: DateTarget;
      readonly eventOn: string | null;
      readonly reason?: string;
      readonly seenExpiry: string | null;
    }
  | {
      readonly do: 'retention';
      readonly fileId: string;
      readonly retentionClass: string;
      readonly reason: string;
      readonly shorten: boolean;
    }
  | {
      readonly do: 'refile';
      readonly documentId: string;
      readonly classCode: string;
      readonly reason: string;
      readonly shorten: boolean;
      readonly carryHolds: boolean;
    }
  | { readonly do: 'closing'; readonly fileId: string; readonly closedOn: string; readonly reason: string }
  | {
      readonly do: 'reopening' | 'continuation' | 'endWithYear' | 'removal';
      readonly fileId: string;
      readonly reason: string;
    }
  | { readonly do: 'review'; readonly fileId: string; readonly nextOn: string; readonly ground: string };

function take(step: FileStep, key: string): Promise<unknown> {
  const headers = writeHeaders(key);
  const to = (id: string) => ({ params: { path: { id } }, headers });
  switch (step.do) {
    case 'event': {
      const { do: _, target, ...body } = step;
      return 'fileId' in target
        ? unwrap(api.POST('/api/v1/record-files/{id}/event', { ...to(target.fileId), body }))
        : unwrap(api.POST('/api/v1/documents/{id}/event', { ...to(target.documentId), body }));
    }
    case 'retention': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/retention', { ...to(fileId), body }));
    }
    case 'refile': {
      const { do: _, documentId, ...body } = step;
      return unwrap(api.POST('/api/v1/documents/{id}/refiling', { ...to(documentId), body }));
    }
    case 'closing': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/closing', { ...to(fileId), body }));
    }
    case 'reopening': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/reopening', { ...to(fileId), body }));
    }
    case 'continuation': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/continuation', { ...to(fileId), body }));
    }
    case 'endWithYear': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/continuation/end', { ...to(fileId), body }));
    }
    case 'removal': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/removal', { ...to(fileId), body }));
    }
    case 'review': {
      const { do: _, fileId, ...body } = step;
      return unwrap(api.POST('/api/v1/record-files/{id}/review', { ...to(fileId), body }));
    }
  }
}

/** Changes what a file or a document is kept by; afterwards everything that shows it is read anew. */
export const useFileStep = () => useWrite(take, useReadAnew());

/** 分冊 @returns the new file */
export const useSplitFile = () =>
  useWrite(
    (
      {
        fileId,
        ...body
      }: { fileId: string; documentIds: readonly string[]; title: string; reason: string; carryHolds: boolean },
      key,
    ) =>
      unwrap(
        api.POST('/api/v1/record-files/{id}/splits', {
          params: { path: { id: fileId } },
          headers: writeHeaders(key),
          body: { ...body, documentIds: [...body.documentIds] },
        }),
      ),
    useReadAnew(),
  );

function useReadAnew() {
  const client = useQueryClient();
  return {
    onSettled: async () => {
      const keys = [queryKeys.keeping, queryKeys.recordFiles, queryKeys.disposals, ['filing']];
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  };
}
