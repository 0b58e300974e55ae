import { statSync } from 'node:fs';
import { DEAD_AFTER_MS, heartbeatFile } from './heartbeat-file';

/** For `HEALTHCHECK` of the container: exit code 0 while the worker's heart beats, else 1. */
function isAlive(): boolean {
  const written = statSync(heartbeatFile(process.env['FUBAKO_DATA'] || '.data'), { throwIfNoEntry: false });
  return written !== undefined && Date.now() - written.mtimeMs < DEAD_AFTER_MS;
}

process.exitCode = isAlive() ? 0 : 1;
