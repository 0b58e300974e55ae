import { readFileSync, readdirSync } from 'node:fs';

/** Resident memory of one process in MB. Undefined outside Linux. */
export function memoryOf(pid: number): number | undefined {
  return megabytes(`/proc/${pid}/status`, 'VmRSS');
}

/** Memory of a process and its children in MB, pages they share counted once (PostgreSQL's share most of theirs). */
export function memoryOfFamily(pid: number): number | undefined {
  const sizes = [pid, ...childrenOf(pid)].map((member) => megabytes(`/proc/${member}/smaps_rollup`, 'Pss'));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}

function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const listed = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'));
    return listed.join(' ').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function megabytes(file: string, label: string): number | undefined {
  try {
    const found = new RegExp(`^${label}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found) / 1024;
  } catch {
    return undefined;
  }
}
