import { readFileSync } from 'node:fs';

/**
 * Whether a process with this id runs. A killed process whose parent has not collected it yet (a zombie) still answers
 * signal 0 for seconds, so on Linux the state letter in /proc decides.
 */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const state = stateLetter(pid);
  if (state !== undefined) return state !== 'Z' && state !== 'X';
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux';
  }
}

/** File name of the program a process runs, or undefined where the system does not tell (macOS, Windows, gone). */
export function programOf(pid: number): string | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return command.split('/').pop()?.split(' ')[0]?.replace(/:$/, '');
  } catch {
    return undefined;
  }
}

/**
 * When a process started, in clock ticks since boot: together with the id it names one process for the life of the
 * machine, where the id alone may have been given to somebody else since. Undefined outside Linux.
 */
export function startTicksOf(pid: number): number | undefined {
  const ticks = fieldsAfterName(pid)?.[19];
  return ticks === undefined ? undefined : Number(ticks);
}

function stateLetter(pid: number): string | undefined {
  return fieldsAfterName(pid)?.[0];
}

/** /proc/PID/stat after the parenthesised name, which may itself hold spaces and parentheses. */
function fieldsAfterName(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
