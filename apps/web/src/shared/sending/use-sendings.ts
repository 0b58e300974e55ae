import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, unwrap } from '../api/client';
import { queryKeys } from '../api/keys';
import { hasCode } from '../api/problem';
import type { SendingInPieces } from '../api/types';
import { sendFile } from './send-file';

export type Sendings = ReturnType<typeof useSendings>;

export interface RunningSending {
  readonly id: number;
  readonly file: File;
  /** 0..1; null while it waits for its turn. */
  readonly part: number | null;
  readonly error: unknown;
}

/** So many files on their way at the same time; the server takes a few more. */
const AT_ONCE = 3;

/**
 * Sends files, several at once, and attaches them in the order in which they were given, however fast each arrives.
 * A refused file stays listed with its reason, and may be sent again.
 */
export function useSendings(attach: (uploadId: string) => Promise<unknown>) {
  const client = useQueryClient();
  const [running, setRunning] = useState<readonly RunningSending[]>([]);
  const nextId = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());
  const waiting = useRef<(() => Promise<void>)[]>([]);
  const busy = useRef(0);
  const lastTurn = useRef(Promise.resolve());

  const update = (id: number, change: Partial<RunningSending>) =>
    setRunning((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const forget = (id: number) => {
    aborts.current.get(id)?.abort();
    aborts.current.delete(id);
    setRunning((all) => all.filter((one) => one.id !== id));
  };

  const sendOne = async (id: number, file: File, turn: Turn) => {
    const abort = aborts.current.get(id);
    try {
      if (!abort || abort.signal.aborted) return;
      const upload = await sendFile(file, { onProgress: (part) => update(id, { part }), signal: abort.signal });
      await turn.before;
      if (abort.signal.aborted) return;
      await attach(upload.id);
      forget(id);
    } catch (error) {
      if (abort?.signal.aborted) return;
      // It need not be sent again: the list of what is here says how it stands.
      if (hasCode(error, 'scans.scan-waiting') && (await isHeld(file).catch(() => false))) forget(id);
      else update(id, { error });
    } finally {
      turn.over();
      void client.invalidateQueries({ queryKey: queryKeys.sendings });
    }
  };
  const pump = () => {
    while (busy.current < AT_ONCE) {
      const next = waiting.current.shift();
      if (!next) return;
      busy.current += 1;
      void next().finally(() => {
        busy.current -= 1;
        pump();
      });
    }
  };
  const enqueue = (id: number, file: File) => {
    const turn = turnAfter(lastTurn.current);
    lastTurn.current = turn.ended;
    aborts.current.set(id, new AbortController());
    waiting.current.push(() => sendOne(id, file, turn));
  };

  return {
    running,
    /** A file is on its way: what goes round now would go without it. */
    sending: running.some((one) => one.error === null),
    forget,
    attach,
    again: (id: number) => {
      const file = running.find((one) => one.id === id)?.file;
      if (!file) return;
      update(id, { error: null, part: null });
      enqueue(id, file);
      pump();
    },
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ id: (nextId.current += 1), file, part: null, error: null }));
      setRunning((all) => [...all, ...added]);
      for (const { id, file } of added) enqueue(id, file);
      pump();
    },
  };
}

/** 検査待ち: the server kept it, asks the scanner again by itself, and has no answer yet. */
export const waits = ({ waitingSince, uploadId, refusal }: SendingInPieces) =>
  waitingSince !== null && uploadId === null && refusal === null;

/** The server kept it and asks the scanner again by itself. */
async function isHeld({ name, size }: File): Promise<boolean> {
  const { items } = await unwrap(api.GET('/api/v1/sendings'));
  return items.some((one) => one.fileName === name && one.bytes === size && waits(one));
}

interface Turn {
  readonly before: Promise<void>;
  readonly ended: Promise<void>;
  over(): void;
}

/** Comes when all before it are over. */
function turnAfter(before: Promise<void>): Turn {
  let over = () => undefined as void;
  const own = new Promise<void>((resolve) => (over = resolve));
  return { before, ended: before.then(() => own), over: () => over() };
}
