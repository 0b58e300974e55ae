import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type DefinitionKind = Schemas['DefinitionSummary']['kind'];
export type DefinitionSummary = Schemas['DefinitionSummary'];
export type DefinitionVersion = Schemas['DefinitionVersionView'];
export type Definition = Schemas['DefinitionView'];
export type DefinitionDraft = Schemas['DefinitionDraftView'];
export type DefinitionChange = Schemas['DefinitionChangeView'];
export type DefinitionFault = Schemas['DefinitionFaultView'];

const all = ['definitions'];
export const definitionDraftKey = (id: number) => [...all, 'draft', id];
const byId = (id: number) => ({ params: { path: { id } } });

/** Forms (様式) and matter types (事案の種類) in all their versions. */
export const useDefinitions = (enabled = true) =>
  useQuery({ queryKey: [...all, 'list'], queryFn: () => unwrap(api.GET('/api/v1/definitions')), enabled });

/** The drafts that a document proposes, as far as one may see them. */
export const useProposedDefinitions = (documentId: string | null) =>
  useQuery({
    queryKey: [...all, 'of', documentId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/definition-drafts', { params: { query: { documentId: documentId ?? '' } } })),
    enabled: documentId !== null,
  });

export const useDefinition = (kind: DefinitionKind, code: string, version: number | null) =>
  useQuery({
    queryKey: [...all, kind, code, version],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/definitions/{kind}/{code}/versions/{version}', {
          params: { path: { kind, code, version: String(version ?? 0) } },
        }),
      ),
    enabled: version !== null,
  });

export const useDefinitionDraft = (id: number | null) =>
  useQuery({
    queryKey: definitionDraftKey(id ?? 0),
    queryFn: () => unwrap(api.GET('/api/v1/definition-drafts/{id}', byId(id ?? 0))),
    enabled: id !== null,
  });

/** After every write: the draft itself is known, the list may have changed. */
function useKept() {
  const client = useQueryClient();
  return {
    onSuccess: (draft: DefinitionDraft) => {
      client.setQueryData(definitionDraftKey(draft.id), draft);
      void client.invalidateQueries({ queryKey: [...all, 'list'] });
    },
  };
}

export const useBeginDraft = () =>
  useWrite(
    (body: { kind: DefinitionKind; code: string; name: string | null }, key) =>
      unwrap(api.POST('/api/v1/definition-drafts', { body, headers: writeHeaders(key) })),
    useKept(),
  );

export interface DefinitionEdit {
  readonly content: Record<string, unknown>;
  readonly note: string | null;
}

export const useSaveDefinition = ({ id, revision }: DefinitionDraft) =>
  useWrite(
    (body: DefinitionEdit, key) =>
      unwrap(api.PUT('/api/v1/definition-drafts/{id}', { ...byId(id), body, headers: writeHeaders(key, revision) })),
    useKept(),
  );

export const useProposeDefinition = ({ id, revision }: DefinitionDraft) =>
  useWrite(
    (body: { validFrom: string }, key) =>
      unwrap(
        api.POST('/api/v1/definition-drafts/{id}/publication', {
          ...byId(id),
          body,
          headers: writeHeaders(key, revision),
        }),
      ),
    useKept(),
  );

export function useDiscardDefinition({ id, revision }: DefinitionDraft) {
  const client = useQueryClient();
  return useWrite(
    (_: 'discard', key) =>
      unwrap(api.DELETE('/api/v1/definition-drafts/{id}', { ...byId(id), headers: writeHeaders(key, revision) })),
    {
      onSuccess: () => {
        client.removeQueries({ queryKey: definitionDraftKey(id) });
        void client.invalidateQueries({ queryKey: [...all, 'list'] });
      },
    },
  );
}
