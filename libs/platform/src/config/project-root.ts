import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of `package.json`: the same from the sources and from the build output. */
export const projectRoot: string = findUpwards(__dirname);

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'nest-cli.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No nest-cli.json above ${__dirname}: the installation is incomplete.`);
  return findUpwards(parent);
}
