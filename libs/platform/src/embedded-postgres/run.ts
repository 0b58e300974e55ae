import { spawn } from 'node:child_process';

import type { OsUser } from './os-user';

/** What a finished program left behind. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a PostgreSQL program to its end as the given user. Messages are asked for in English whatever the terminal speaks,
 * because they land in our logs. Never rejects for an exit code; rejects when the program cannot be started at all.
 */
export function run(program: string, args: readonly string[], user: OsUser | undefined): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: '', PGOPTIONS: '', HOME: '/' },
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('exit', (code) => {
      // The daemonised server must not keep us waiting on inherited pipes: 'exit', not 'close'.
      setImmediate(() => resolve({ code, output: output.trim() }));
    });
  });
}
