import { statSync } from 'node:fs';
import { join } from 'node:path';
import { townNames, townsFolder } from '@fubako/platform/config';
import { DEAD_AFTER_MS, heartbeatFile } from './heartbeat-file';

/** For `HEALTHCHECK` of the container: exit code 0 while a heart of the worker beats, of whichever town, else 1. */
function isAlive(): boolean {
  const folders = [process.env['FUBAKO_DATA'] || '.data', ...townNames().map((name) => join(townsFolder(), name))];
  return folders.some((folder) => {
    const written = statSync(heartbeatFile(folder), { throwIfNoEntry: false });
    return written !== undefined && Date.now() - written.mtimeMs < DEAD_AFTER_MS;
  });
}

process.exitCode = isAlive() ? 0 : 1;
