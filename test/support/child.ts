import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process of its own, to be killed. Its messages come from `process.send`. */
export class Child {
  private readonly process: ChildProcess;
  private readonly messages: string[] = [];
  private readonly waiting: (() => void)[] = [];
  private errors = '';

  /** @param program path of a TypeScript file */
  constructor(program: string, environment: NodeJS.ProcessEnv) {
    const loader = join(__dirname, '../setup/typescript-child.cjs');
    this.process = spawn(process.execPath, ['-r', loader, program], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.process.on('message', (message) => {
      if (typeof message === 'string') this.messages.push(message);
      this.waiting.splice(0).forEach((wake) => wake());
    });
    this.process.on('exit', () => this.waiting.splice(0).forEach((wake) => wake()));
  }

  async says(expected: string): Promise<void> {
    while (!this.messages.includes(expected)) {
      if (this.process.exitCode !== null)
        throw new Error(`The process ended before it said ${expected}: ${this.errors}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** As a power cut would: no handler, no goodbye. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  /** Asks it to end; tells its exit code. */
  async terminate(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.process.once('exit', (code) => resolve(code)));
    this.process.kill('SIGTERM');
    return gone;
  }
}
