import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { Refused } from './refused';
import type { Surroundings } from './supervised-process';

/** Runs `fubako <command>` to its end as a child process; its lines go to the log, and to the terminal when `shown`. */
export async function runOperatorCommand(
  command: { readonly script: string; readonly name: string; readonly shown: boolean },
  environment: NodeJS.ProcessEnv,
  { log, say }: Surroundings,
): Promise<void> {
  // It must not go on writing into a folder that the next start empties.
  const child = spawn(
    process.execPath,
    ['--require', join(__dirname, 'follow-parent.js'), command.script, command.name],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  if (child.stdout) log.follow(command.name, child.stdout);
  if (child.stderr) log.follow(command.name, child.stderr);
  if (command.shown) child.stdout?.on('data', (chunk: Buffer) => process.stdout.write(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  say(log.lastLinesOf(command.name).join('\n'));
  throw new Refused(
    `"fubako ${command.name}" failed with code ${code}; its last lines stand above, all of them in ${log.path}.`,
  );
}
