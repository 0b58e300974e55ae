import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';

export type DocumentOnDay = components['schemas']['DocumentOnDay'];
export type PastDocument = components['schemas']['PastDocumentView'];
export type PastReaders = components['schemas']['PastReadersView'];

/** その日の姿 of a document. */
export const useDocumentOn = (id: string, day: string) =>
  useQuery({
    queryKey: [...queryKeys.document(id), 'as-of', day],
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/as-of', { params: { path: { id }, query: { day } } })),
    placeholderData: keepPreviousData,
  });
