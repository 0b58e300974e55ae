// npm run lock: makes package-lock.json complete and free of addresses. Run it after every `npm install`.
//
// npm leaves optional packages of other platforms out of the lock when the registry at hand does not carry them, and
// `npm ci` then calls the lock out of step. This adds an entry for each, which npm skips on every platform but its own.
// `--check` changes nothing and fails when there is something to do.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './lib/project.mjs';

const systems = { win32: 'win32', windows: 'win32' };
for (const os of ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos'])
  systems[os] = os;

const processors = { arm: 'arm', armv7: 'arm', armv6: 'arm', armhf: 'arm' };
for (const cpu of ['arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'])
  processors[cpu] = cpu;

/** Adds the missing entries and drops every `resolved`; answers the names added and the number of addresses dropped. */
export function complete(lock) {
  const added = [];
  let addresses = 0;
  for (const [place, entry] of Object.entries(lock.packages)) {
    if ('resolved' in entry && !entry.link) {
      delete entry.resolved;
      addresses += 1;
    }
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lookUp(lock, place, name)) continue;
      const where = `node_modules/${name}`;
      lock.packages[where] = stub(name, range, entry);
      added.push(`${name}@${lock.packages[where].version}`);
    }
  }
  const [first, ...others] = Object.entries(lock.packages);
  others.sort(([left], [right]) => left.localeCompare(right, 'en'));
  lock.packages = Object.fromEntries([first, ...others]);
  return { added, addresses };
}

/** The entry that `require(name)` from `place` would find: in its own node_modules, then in each one above. */
function lookUp(lock, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const found = lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

function stub(name, range, parent) {
  const version = /^[~^=v]*(\d+\.\d+\.\d+[\w.+-]*)$/.exec(range)?.[1];
  if (!version) throw new Error(`${name}: cannot read a version from "${range}"; add the lock entry by hand.`);
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

function platformOf(name) {
  if (name === 'fsevents') return { os: 'darwin' };
  const words = name.replace(/^@[^/]+\//, '').split(/[-_.]/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const eabi = words.some((word) => /eabi/.test(word));
  const cpu = words.map((word) => processors[word]).find(Boolean);
  if (!os && !cpu) throw new Error(`${name}: cannot tell its platform from its name; add the lock entry by hand.`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { os, cpu: cpu ?? (eabi ? 'arm' : undefined), libc: os === 'linux' ? libc : undefined };
}

function main() {
  const file = join(root, 'package-lock.json');
  const before = readFileSync(file, 'utf8');
  const lock = JSON.parse(before);
  const { added, addresses } = complete(lock);
  const after = `${JSON.stringify(lock, undefined, 2)}\n`;
  const summary = `${added.length} foreign platform packages added, ${addresses} addresses dropped`;
  if (process.argv.includes('--check')) {
    if (added.length + addresses === 0) return;
    console.error(`package-lock.json is incomplete (${summary}): run "npm run lock".`);
    process.exitCode = 1;
    return;
  }
  if (after !== before) writeFileSync(file, after);
  console.log(`package-lock.json: ${summary}.`);
}

if (fileURLToPath(import.meta.url) === process.argv[1]) main();
