import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { converse, killGroup, startChild } from './child-process';
import { nodeChild, type NodeChildLimits } from './node-child';

interface Spare {
  readonly child: ChildProcessWithoutNullStreams;
  readonly folder: string;
}

/** A spare that nobody needed for so long gives its memory back. */
const IDLE_MS = 60_000;

/**
 * An entry point of this folder whose next process is started beforehand, because starting takes longer than most of
 * its work. Each process still answers one request and ends: no file ever meets what another left behind.
 */
export class ReadyChild {
  private spare: Spare | null = null;
  private idle: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly entry: string,
    private readonly limits: NodeChildLimits,
  ) {}

  /** @param folder where a process is started when none is ready @throws ChildFailed */
  async ask<Answer>(request: object, folder: string): Promise<Answer> {
    const ready = this.take();
    try {
      const child = ready?.child ?? startChild({ ...nodeChild(this.entry, this.limits), folder });
      return JSON.parse(await converse(child, { ...this.limits, input: JSON.stringify(request) })) as Answer;
    } finally {
      if (ready) await rm(ready.folder, { recursive: true, force: true });
      void this.prepare();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.retire();
  }

  private take(): Spare | null {
    clearTimeout(this.idle);
    const { spare } = this;
    this.spare = null;
    if (spare) hold(spare.child, true);
    return spare;
  }

  private async prepare(): Promise<void> {
    if (this.spare || this.closed) return;
    const folder = await mkdtemp(join(tmpdir(), `fubako-ready-${process.pid}-`)).catch(() => null);
    if (folder === null) return;
    // Another one may have been made ready, or all may have ended, while the folder was made.
    if (this.spare !== null || this.closed) return rm(folder, { recursive: true, force: true });
    const child = startChild({ ...nodeChild(this.entry, this.limits), folder });
    const spare = { child, folder };
    child.once('error', () => this.lose(spare));
    child.once('exit', () => this.lose(spare));
    hold(child, false);
    this.spare = spare;
    this.idle = setTimeout(() => void this.retire(), IDLE_MS).unref();
  }

  /** One that ended without having been asked is no longer a spare. */
  private lose(spare: Spare): void {
    if (this.spare !== spare) return;
    this.spare = null;
    void rm(spare.folder, { recursive: true, force: true });
  }

  private async retire(): Promise<void> {
    const spare = this.take();
    if (!spare) return;
    killGroup(spare.child.pid);
    hold(spare.child, false);
    await rm(spare.folder, { recursive: true, force: true });
  }
}

/** Whether this process stays alive for the child. */
function hold(child: ChildProcessWithoutNullStreams, held: boolean): void {
  const verb = held ? 'ref' : 'unref';
  child[verb]();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as unknown as { ref(): void; unref(): void })[verb]();
}
