// Builds what changed: the programs (api, worker, cli in one compilation) and the web, each by the hash of its sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { bin, must, node, root } from './project.mjs';

const marker = join(root, 'dist', '.built');
const skippedFolders = new Set(['node_modules', 'dist', 'test', 'tasks', 'sample-town', 'fixtures']);

const common = ['package-lock.json', 'tsconfig.base.json'];
const parts = {
  programs: {
    sources: [
      ...common,
      'tsconfig.build.json',
      'nest-cli.json',
      'apps/api',
      'apps/worker',
      'apps/cli',
      'apps/product',
      'libs',
    ],
    result: join(root, 'dist', 'apps', 'cli', 'src', 'main.js'),
    build: buildPrograms,
  },
  web: {
    sources: [...common, 'apps/web', 'docs/manual'],
    result: join(root, 'dist', 'web', 'index.html'),
    build: () => must(node, [bin('vite/bin/vite.js'), 'build', '--config', 'apps/web/vite.config.ts']),
  },
};

/** Builds the parts whose sources changed since the last build. Answers their names. */
export async function ensureBuilt({ force = false, only = Object.keys(parts), say = console.log } = {}) {
  const built = readBuilt();
  const done = [];
  for (const name of only) {
    const part = parts[name];
    const digest = digestOf(part.sources);
    if (!force && built[name] === digest && existsSync(part.result)) continue;
    say(`Building the ${name} …`);
    const started = performance.now();
    await part.build();
    writeBuilt({ ...readBuilt(), [name]: digest });
    say(`Built the ${name} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    done.push(name);
  }
  return done;
}

function digestOf(sources) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirOrSelf(path);
  if (!entries) return [path];
  return entries
    .filter(
      (entry) => !(entry.isDirectory() && skippedFolders.has(entry.name)) && !/\.(spec|test)\.tsx?$/.test(entry.name),
    )
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]));
}

function readdirOrSelf(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/**
 * Compiles into a folder of its own and then changes places: nothing deleted lives on, a failed build changes nothing, and a
 * running product keeps what it runs until the last moment.
 */
async function buildPrograms() {
  const fresh = join(root, '.build');
  const dist = join(root, 'dist');
  rmSync(fresh, { recursive: true, force: true });
  await must(node, [bin('@nestjs/cli/bin/nest.js'), 'build', 'api']);
  mkdirSync(dist, { recursive: true });
  for (const name of ['apps', 'libs']) {
    rmSync(join(dist, name), { recursive: true, force: true });
    renameSync(join(fresh, name), join(dist, name));
  }
  rmSync(fresh, { recursive: true, force: true });
}

function readBuilt() {
  try {
    return JSON.parse(readFileSync(marker, 'utf8'));
  } catch {
    return {};
  }
}

function writeBuilt(built) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(marker, `${JSON.stringify(built, undefined, 2)}\n`);
}
