import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type ExtensionBatch = Schemas['ExtensionBatchView'];
export type ExtensionItem = Schemas['ExtensionItemView'];
export type ExtensionBody = Schemas['ExtensionBody'];

const soon = 1_000;
const isRunning = (batch: ExtensionBatch | undefined): boolean => batch?.state === 'running';

/** 延長の一括処理: mine, and for the records office those of everybody. */
export const useExtensions = () =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'extensions'],
    queryFn: () => unwrap(api.GET('/api/v1/records/extensions')),
  });

/** The worker goes through them while the page stands open. */
export const useExtension = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'extension', id],
    queryFn: () => unwrap(api.GET('/api/v1/records/extensions/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isRunning(state.data) ? soon : false),
  });

export const useExtensionItems = (batch: ExtensionBatch) =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'extension', batch.id, 'items', batch.extended + batch.refused],
    queryFn: () => unwrap(api.GET('/api/v1/records/extensions/{id}/items', { params: { path: { id: batch.id } } })),
  });

const useStale = () => {
  const client = useQueryClient();
  return { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.keeping }) };
};

export const useAskForExtension = () =>
  useWrite(
    (body: ExtensionBody, key) => unwrap(api.POST('/api/v1/records/extensions', { body, headers: writeHeaders(key) })),
    useStale(),
  );

export const useSteerExtension = (id: string) =>
  useWrite((act: 'stop' | 'resume', key) => {
    const to = { params: { path: { id } }, headers: writeHeaders(key) };
    return act === 'stop'
      ? unwrap(api.POST('/api/v1/records/extensions/{id}/stop', to))
      : unwrap(api.POST('/api/v1/records/extensions/{id}/resumption', to));
  }, useStale());
