import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** Chromium of this machine, the same that `npm test` looks for. A missing one is a failure, never a skip. */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [process.env.FUBAKO_CHROMIUM, ...NAMES.flatMap((name) => folders.map((at) => join(at, name)))];
  const found = candidates.find((path) => path !== undefined && isExecutable(path));
  if (!found) throw new Error('Chromium is missing: apt-get install chromium, or set FUBAKO_CHROMIUM.');
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
