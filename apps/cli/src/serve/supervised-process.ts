import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

import type { DataFolder } from './data-folder';
import type { LogFile } from './log-file';
import { endProcess, forget, remember } from './process-file';

export interface ProcessPlan {
  readonly name: string;
  /** script to run with this Node */
  readonly script: string;
  /** of Node */
  readonly flags?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

export interface Surroundings {
  readonly folder: DataFolder;
  readonly log: LogFile;
  /** hears, in a sentence, what the person at the terminal should know */
  readonly say: (sentence: string) => void;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** After this time of good running a crash counts as the first again. */
const forgivenAfterMs = 60_000;

/** Keeps one process running: started again after a crash, with growing pauses. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private crashes = 0;
  private restart: NodeJS.Timeout | undefined;

  constructor(
    private readonly plan: ProcessPlan,
    private readonly around: Surroundings,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** how often it ended by itself since it last ran well for a minute */
  get crashCount(): number {
    return this.crashes;
  }

  start(): void {
    const { name, script, environment, flags = [] } = this.plan;
    const child = spawn(process.execPath, [...flags, '--require', join(__dirname, 'follow-parent.js'), script], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A process group of its own: Ctrl-C reaches the supervisor alone, which stops everything in order.
      detached: process.platform !== 'win32',
    });
    this.child = child;
    if (child.stdout) this.around.log.follow(name, child.stdout);
    if (child.stderr) this.around.log.follow(name, child.stderr);
    if (child.pid !== undefined) remember(this.around.folder, name, child.pid);
    const startedAt = performance.now();
    child.once('error', (error) => this.around.log.write(name, `cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => this.ended(signal ?? `code ${code}`, performance.now() - startedAt));
  }

  /** Asks it to end and waits; after the patience it is killed. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const pid = this.child?.pid;
    if (pid !== undefined) await endProcess(pid, patienceMs);
    forget(this.around.folder, this.plan.name);
  }

  private ended(how: string, lastedMs: number): void {
    const { name } = this.plan;
    this.child = undefined;
    this.around.log.write('serve', `${name} ended with ${how}`);
    if (this.stopping) return;
    this.crashes = lastedMs > forgivenAfterMs ? 1 : this.crashes + 1;
    const pauseMs = Math.min(firstPauseMs * 2 ** (this.crashes - 1), longestPauseMs);
    this.around.say(
      `The ${name} process ended with ${how}; starting it again in ${pauseMs / 1000} s (${this.around.log.path}).`,
    );
    this.restart = setTimeout(() => this.start(), pauseMs);
  }
}
