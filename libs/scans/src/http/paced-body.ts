import type { Readable } from 'node:stream';

/** Slowest sender that is waited for, after a first grace (reliability 4.9). */
const FLOOR_BYTES_PER_SECOND = 16 * 1024;
const GRACE_SECONDS = 30;
const LOOK_EVERY_MS = 5_000;

/** Hangs up on a sender who keeps a connection busy with almost nothing. @returns to be called when the body was read */
export function watchPace(body: Readable, graceSeconds = GRACE_SECONDS, lookEveryMs = LOOK_EVERY_MS): () => void {
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
  };
  const started = performance.now();
  const timer = setInterval(() => {
    const seconds = (performance.now() - started) / 1000;
    if (seconds > graceSeconds && bytes < seconds * FLOOR_BYTES_PER_SECOND)
      body.destroy(new Error('The sender was too slow.'));
  }, lookEveryMs);
  body.on('data', count).pause();
  return () => {
    clearInterval(timer);
    body.off('data', count);
  };
}
