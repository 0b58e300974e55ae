import { useRef, useState } from 'react';
import { uploadFile, useAttach } from '../../shared/api/attachments';

export type Uploads = ReturnType<typeof useUploads>;

export interface RunningUpload {
  readonly id: number;
  readonly name: string;
  /** 0..1 */
  readonly part: number;
  readonly error: unknown;
}

/** Sends files one after another and attaches each; a refused file stays listed with its reason. */
export function useUploads(ensure: () => Promise<{ id: string }>) {
  const [running, setRunning] = useState<readonly RunningUpload[]>([]);
  const attach = useAttach();
  const nextId = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());

  const update = (id: number, change: Partial<RunningUpload>) =>
    setRunning((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const forget = (id: number) => {
    aborts.current.get(id)?.abort();
    aborts.current.delete(id);
    setRunning((all) => all.filter((one) => one.id !== id));
  };

  const sendOne = async (id: number, file: File) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    try {
      const { id: documentId } = await ensure();
      const upload = await uploadFile(file, (part) => update(id, { part }), abort.signal);
      await attach.mutateAsync({ documentId, uploadId: upload.id });
      forget(id);
    } catch (error) {
      if (!abort.signal.aborted) update(id, { error });
    }
  };

  return {
    running,
    /** A file is on its way: what goes round now would go without it. */
    sending: running.some((one) => one.error === null),
    forget,
    add: async (files: readonly File[]) => {
      const queue = files.map((file) => ({ id: (nextId.current += 1), file }));
      setRunning((all) => [...all, ...queue.map(({ id, file }) => ({ id, name: file.name, part: 0, error: null }))]);
      for (const { id, file } of queue) await sendOne(id, file);
    },
  };
}
