import { hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';

export const BEAT_EVERY_MS = 10_000;

/** Older than this, the worker counts as dead. */
export const DEAD_AFTER_MS = 45_000;

/** One file for each machine or container, so that several workers may share a data folder. */
export function heartbeatFile(dataFolder: string): string {
  const file = join(dataFolder, 'run', `worker-${hostname()}.heartbeat`);
  return isAbsolute(file) ? file : join(projectRoot, file);
}
