// The folder of one test run, and the sweep of runs that were killed before they could clean up.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'fubako-test-run-';

export function openRunFolder() {
  sweep();
  const folder = join(tmpdir(), `${prefix}${process.pid}-${randomBytes(3).toString('hex')}`);
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'owner'), identity(process.pid));
  return folder;
}

export function closeRunFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/** Remembers a process that lives and dies with this run. */
export function noteStarted(folder, pid) {
  appendFileSync(join(folder, 'started'), `${identity(pid)}\n`);
}

/** Ends what runs left behind whose own process is gone. A process counts as theirs only with the same start time. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = readOr(join(folder, 'owner'), '');
    if (owner === '' || identity(Number(owner.split(':')[0])) === owner) continue;
    for (const who of readOr(join(folder, 'started'), '').split('\n').filter(Boolean)) {
      const pid = Number(who.split(':')[0]);
      if (identity(pid) === who) process.kill(pid, 'SIGKILL');
    }
    readdirSync(folder).forEach((part) => endServerOf(join(folder, part, 'cluster')));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A PostgreSQL says in its own file who it is, and in its command line which folder it serves. */
function endServerOf(cluster) {
  const pid = Number(readOr(join(cluster, 'postmaster.pid'), '').split('\n')[0]);
  if (pid > 0 && readOr(`/proc/${pid}/cmdline`, '').includes(cluster)) process.kill(pid, 'SIGQUIT');
}

/** `pid:start ticks`, or `pid:` when the process is gone (or the system does not tell). */
function identity(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? `${pid}:` : `${pid}:${fields[19]}`;
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}
