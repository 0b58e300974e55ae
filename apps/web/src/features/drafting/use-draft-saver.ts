import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { documentQuery, useChangeDocument, useCreateDocument } from '../../shared/api/documents';
import { queryKeys } from '../../shared/api/keys';
import { hasCode } from '../../shared/api/problem';
import type { Document } from '../../shared/api/types';
import type { ReadDraft } from './draft-values';
import { sameContent } from './same-content';

export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict' };

const idle = 2000;
const changedMeanwhile = 'documents.changed-meanwhile';

interface DraftSaverOptions {
  matterType: string;
  document: Document | null;
  read: () => ReadDraft['body'];
  onCreated: (document: Document) => void;
}

/**
 * Saves a draft two seconds after the last key. One request at a time; the first creates the document, the others carry
 * the version they build on, so that a second window is noticed instead of overwritten.
 */
export function useDraftSaver({ matterType, document, read, onCreated }: DraftSaverOptions) {
  const client = useQueryClient();
  const create = useCreateDocument();
  const change = useChangeDocument();
  const [state, setState] = useState<SaveState>({ kind: 'clean' });
  const base = useRef(document);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<Document> | null>(null);
  const saved = useRef(document ? JSON.stringify(read()) : '');

  useEffect(() => () => clearTimeout(timer.current), []);

  /** A version that came from outside: adopt it when it reads the same, else stop and ask. */
  useEffect(() => {
    if (!document || !base.current || running.current || document.version <= base.current.version) return;
    if (sameContent(document, base.current)) base.current = document;
    else setState({ kind: 'conflict' });
  }, [document]);

  const theirs = (id: string) => client.fetchQuery({ ...documentQuery(id), staleTime: 0 });

  /** A version raised by an attachment alone is no conflict: the text is sent again upon it. */
  const patch = async (now: Document, body: ReadDraft['body']): Promise<Document> => {
    try {
      return await change.mutateAsync({ id: now.id, version: now.version, ...body });
    } catch (error) {
      if (!hasCode(error, changedMeanwhile)) throw error;
      const stored = await theirs(now.id);
      if (stored.version === now.version || !sameContent(stored, now)) throw error;
      return change.mutateAsync({ id: now.id, version: stored.version, ...body });
    }
  };

  const send = async (body: ReadDraft['body']): Promise<Document> => {
    if (base.current) return patch(base.current, body);
    const created = await create.mutateAsync({ matterType, ...body });
    client.setQueryData(queryKeys.document(created.id), created);
    return created;
  };

  const save = async (): Promise<Document> => {
    const body = read();
    const text = JSON.stringify(body);
    if (base.current && text === saved.current) return base.current;
    setState({ kind: 'saving' });
    try {
      const wasNew = base.current === null;
      base.current = await send(body);
      saved.current = text;
      setState({ kind: 'saved', at: base.current.updatedAt });
      if (wasNew) onCreated(base.current);
      return base.current;
    } catch (error) {
      setState(hasCode(error, changedMeanwhile) ? { kind: 'conflict' } : { kind: 'failed', error });
      throw error;
    }
  };

  /** Everything typed so far is stored when this settles; throws what the server refused. */
  const flush = (): Promise<Document> => {
    clearTimeout(timer.current);
    const previous = running.current ?? Promise.resolve();
    const next = previous.catch(() => undefined).then(save);
    running.current = next;
    void next
      .catch(() => undefined)
      .finally(() => {
        if (running.current === next) running.current = null;
      });
    return next;
  };

  const touch = () => {
    setState((now) => (now.kind === 'conflict' ? now : { kind: 'waiting' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (state.kind !== 'conflict') void flush().catch(() => undefined);
    }, idle);
  };

  const takeTheirs = async (): Promise<Document | null> => {
    if (base.current) base.current = await theirs(base.current.id);
    return base.current;
  };

  return {
    state,
    touch,
    flush,
    /** Takes over what the other window stored; the caller shows it. */
    acceptTheirs: async () => {
      const document = await takeTheirs();
      setState({ kind: 'clean' });
      return document;
    },
    /** Marks what stands in the inputs as stored, after they were filled from the server. */
    settle: () => {
      saved.current = JSON.stringify(read());
    },
    /** Stores this window's text over the other's, knowingly. */
    overwrite: async () => {
      await takeTheirs();
      saved.current = '';
      await flush();
    },
  };
}
