import { api, unwrap, writeHeaders } from '../api/client';
import { NetworkError } from '../api/problem';
import type { SendingInPieces, Upload } from '../api/types';
import { newKey } from '../api/write';
import { sendRaw } from './send-raw';
import { digestHeader, digestOfPieces, sha256 } from './sha256';

export interface Progress {
  /** 0..1; 1 means that all bytes are there and the file is being checked. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** What fits into one piece goes in one request: nothing is won by going on in its middle. */
const IN_ONE_REQUEST = 8 * 1024 * 1024;
/** A line that breaks is waited for a while before the person is asked; each piece that arrives starts the count anew. */
const TRIES = 4;
const FIRST_PAUSE_MS = 500;

/**
 * The one way in which files are sent. A large file goes in pieces: after a broken connection, and after a reload when the
 * same file is chosen again, it goes on where it stopped.
 * @throws ProblemError, NetworkError; AbortError when the person gave it up, and then nothing of it stays
 */
export async function sendFile(file: File, progress: Progress): Promise<Upload> {
  progress.onProgress(0);
  if (file.size <= IN_ONE_REQUEST) return withPatience(() => sendWhole(file, progress), progress.signal);
  const sending = await begun(file);
  try {
    return await sendPieces(file, sending, progress);
  } catch (error) {
    if (progress.signal.aborted) await giveUp(sending.id).catch(() => undefined);
    throw error;
  }
}

export const giveUp = (id: string) =>
  unwrap(api.DELETE('/api/v1/sendings/{id}', { params: { path: { id } }, headers: writeHeaders(newKey()) }));

async function sendWhole(file: File, { onProgress, signal }: Progress): Promise<Upload> {
  const headers = { 'x-file-name': encodeURIComponent(file.name) };
  const onSent = (bytes: number) => onProgress(bytes / Math.max(1, file.size));
  return (await sendRaw('POST', '/api/v1/uploads', { body: file, headers, onSent, signal })) as Upload;
}

/** A half-sent one of this very file, or a new one. What cannot be taken is refused here, before a byte is sent. */
async function begun(file: File): Promise<SendingInPieces> {
  const { items } = await unwrap(api.GET('/api/v1/sendings'));
  for (const item of items)
    if (
      item.uploadId === null &&
      item.refusal === null &&
      item.fileName === file.name &&
      item.bytes === file.size &&
      (await isTheSame(file, item))
    )
      return item;
  const body = { fileName: file.name, bytes: file.size };
  return unwrap(api.POST('/api/v1/sendings', { body, headers: writeHeaders(newKey()) }));
}

/** Name and size say little: what is there is compared by its hashes. Without hashing nothing is gone on with. */
async function isTheSame(file: File, { pieces, pieceBytes }: SendingInPieces): Promise<boolean> {
  for (const [n, known] of pieces.entries())
    if ((await sha256(file.slice(n * pieceBytes, (n + 1) * pieceBytes))) !== known) return false;
  return true;
}

async function sendPieces(file: File, begunAs: SendingInPieces, progress: Progress): Promise<Upload> {
  const { id, pieceBytes } = begunAs;
  const { signal, onProgress } = progress;
  let { received } = begunAs;
  while (received < file.size) {
    const start = received;
    const body = file.slice(start, start + pieceBytes);
    const headers = digestHeader(await sha256(body));
    const onSent = (bytes: number) => onProgress(Math.min(0.999, (start + bytes) / file.size));
    let broke = false;
    received = await withPatience(async () => {
      // Perhaps it arrived and only the answer was lost.
      const here = broke ? (await ask(id)).received : start;
      if (here !== start) return here;
      broke = true;
      const path = `/api/v1/sendings/${id}/pieces/${start / pieceBytes}`;
      return ((await sendRaw('PUT', path, { body, headers, onSent, signal })) as SendingInPieces).received;
    }, signal);
  }
  onProgress(1);
  const digest = await digestOfPieces(file, pieceBytes);
  const body = digest === null ? {} : { digest };
  return withPatience(
    () => unwrap(api.POST('/api/v1/sendings/{id}/end', { params: { path: { id } }, body, signal })),
    signal,
  );
}

const ask = (id: string) => unwrap(api.GET('/api/v1/sendings/{id}', { params: { path: { id } } }));

async function withPatience<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NetworkError) || tries === TRIES || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** tries));
    }
  }
}
