import { totalmem } from 'node:os';

const MB = 1024 ** 2;
const LEAST = 128;
const MOST = 1024;

/**
 * `shared_buffers` in megabytes: an eighth of the memory, so that the search index of a larger archive is not read anew from the
 * cache of the system for each question (ADR 0023), and never so much that a small machine feels it.
 * @param memory bytes that this machine, or its container, has
 */
export function pageMemoryMb(memory: number = memoryOfThisMachine()): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(memory / 8 / MB)));
}

/** Without a limit Node says nought, or more than there is. */
function memoryOfThisMachine(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
