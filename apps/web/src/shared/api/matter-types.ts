import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { Document, FilingClasses } from './types';

const anHour = 60 * 60_000;

export const useMatterTypes = () =>
  useQuery({
    queryKey: queryKeys.matterTypes,
    queryFn: async () => (await unwrap(api.GET('/api/v1/matter-types'))).items,
    staleTime: anHour,
  });

/** One matter type with its form; `code` null waits. */
export const useMatterType = (code: string | null) =>
  useQuery({
    queryKey: [...queryKeys.matterTypes, code],
    queryFn: () => unwrap(api.GET('/api/v1/matter-types/{code}', { params: { path: { code: code ?? '' } } })),
    enabled: code !== null,
    staleTime: anHour,
  });

/** The form of a document, in the version that it was begun with: a version never changes. Null waits. */
export const useFormOf = (form: Document['form'] | null) =>
  useQuery({
    queryKey: queryKeys.form(form?.name ?? '', form?.version ?? 0),
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/forms/{name}/versions/{version}', {
          params: { path: { name: form?.name ?? '', version: form?.version ?? 0 } },
        }),
      ),
    enabled: form !== null,
    staleTime: Infinity,
  });

/** Reasons for which a matter may go on paper, in the municipality's words. */
export const usePaperReasons = () =>
  useQuery({
    queryKey: queryKeys.paperReasons,
    queryFn: () => unwrap(api.GET('/api/v1/paper-reasons')),
    staleTime: anHour,
  });

const holdsDocuments = 3;
type PlanClass = FilingClasses['items'][number];

/** The classes that hold documents, each with the names of those above it, from the top. */
function withWhatIsAbove(items: readonly PlanClass[]) {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const above = ({ parentCode }: PlanClass): string[] => {
    const parent = parentCode === null ? undefined : byCode.get(parentCode);
    return parent ? [...above(parent), parent.name] : [];
  };
  return items.filter(({ level }) => level === holdsDocuments).map((item) => ({ ...item, above: above(item) }));
}

/** The classes of the filing plan that a document may be filed under. */
export const useFilingClasses = () =>
  useQuery({
    queryKey: queryKeys.filingClasses,
    queryFn: async () => (await unwrap(api.GET('/api/v1/filing-classes'))).items,
    select: withWhatIsAbove,
    staleTime: anHour,
  });
