// Brings node_modules in step with package-lock.json when it is not.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Sentence, root, run } from './project.mjs';

const marker = join(root, 'node_modules', '.fubako-lock');

/** Runs `npm ci` when node_modules is missing or was installed from another lock file. Answers whether it did. */
export async function ensureInstalled(say = console.log) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return false;
  const installing = !holds(JSON.parse(lock));
  if (installing) {
    say('Installing dependencies (npm ci); this takes about a minute …');
    await npmCi();
  }
  writeFileSync(marker, digest);
  return installing;
}

/** Whether npm's own list of what it installed agrees with the lock: somebody may have run `npm ci` by hand. */
function holds(lock) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '' || wanted.link) return true;
    const found = installed[place];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

async function npmCi() {
  const npm = process.env.npm_execpath;
  const [program, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  // Tests and the build need the development dependencies whatever NODE_ENV says.
  const result = await run(program, [...args, 'ci', '--include=dev', '--include=optional']);
  if (result.code === 0) return;
  throw new Sentence(
    `npm ci failed:\n${result.output.trim()}\n\nWithout a network, copy node_modules from a machine of the same kind.`,
  );
}
