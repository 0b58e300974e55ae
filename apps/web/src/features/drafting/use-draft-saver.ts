import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { atOnce, unasked } from '../../shared/api/client';
import { readDocument, useChangeDocument, useCreateDocument } from '../../shared/api/documents';
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

/** Saves a draft two seconds after the last key, without a question then, and whenever asked. */
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
      create: async (body, ask) => {
        const stored = await create({ matterType, ...body, ask });
        client.setQueryData(queryKeys.document(stored.id), stored);
        return stored;
      },
      change: ({ id, version }, body, ask) => change({ id, version, ...body, ask }),
      fetch: async (id, ask) => {
        const stored = await readDocument(id, ask);
        client.setQueryData(queryKeys.document(id), stored);
        return stored;
      },
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

  const store = useCallback(
    (ask = atOnce) => {
      clearTimeout(timer.current);
      return saver.save(read, ask);
    },
    [saver, read],
  );
  const flush = useCallback(() => store(), [store]);
  const touch = useCallback(() => {
    saver.touch();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!saver.inConflict) void store(unasked).catch(() => undefined);
    }, idle);
  }, [saver, store]);

  return {
    state,
    touch,
    flush,
    settle: () => saver.settle(read()),
    acceptTheirs: () => saver.acceptTheirs(),
    overwrite: () => saver.overwrite(read),
  };
}
