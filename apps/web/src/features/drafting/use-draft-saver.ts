import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { documentQuery, useChangeDocument, useCreateDocument } from '../../shared/api/documents';
import { queryKeys } from '../../shared/api/keys';
import type { Document } from '../../shared/api/types';
import { DraftSaver, type SaveState } from './draft-saver';
import type { ReadDraft } from './draft-values';

const idle = 2000;

interface DraftSaverOptions {
  matterType: string;
  document: Document | null;
  read: () => ReadDraft['body'];
  onCreated: (document: Document) => void;
}

/** Saves a draft two seconds after the last key, and whenever asked. */
export function useDraftSaver({ matterType, document, read, onCreated }: DraftSaverOptions) {
  const client = useQueryClient();
  const { mutateAsync: create } = useCreateDocument();
  const { mutateAsync: change } = useChangeDocument();
  const [state, setState] = useState<SaveState>({ kind: 'clean' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const created = useRef(onCreated);
  useEffect(() => {
    created.current = onCreated;
  });
  const [saver] = useState(() => {
    const fresh = new DraftSaver(document, {
      create: async (body) => {
        const stored = await create({ matterType, ...body });
        client.setQueryData(queryKeys.document(stored.id), stored);
        return stored;
      },
      change: (id, version, body) => change({ id, version, ...body }),
      fetch: (id) => client.fetchQuery({ ...documentQuery(id), staleTime: 0 }),
      onState: setState,
      onCreated: (stored) => created.current(stored),
    });
    if (document) fresh.settle(read());
    return fresh;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (document) saver.meet(document);
  }, [saver, document]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    return saver.save(read);
  }, [saver, read]);
  const touch = useCallback(() => {
    saver.touch();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!saver.inConflict) void flush().catch(() => undefined);
    }, idle);
  }, [saver, flush]);

  return {
    state,
    touch,
    flush,
    settle: () => saver.settle(read()),
    acceptTheirs: () => saver.acceptTheirs(),
    overwrite: () => saver.overwrite(read),
  };
}
