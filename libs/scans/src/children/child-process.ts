import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { isolation } from './isolation';

export type ChildFault = 'timed-out' | 'crashed' | 'talked-too-much';

/** A child that did not do its work: nothing it said is used. */
export class ChildFailed extends Error {
  constructor(
    readonly fault: ChildFault,
    detail: string,
  ) {
    super(`The child process ${fault.replaceAll('-', ' ')}: ${detail}`);
    this.name = 'ChildFailed';
  }
}

export interface ChildOrder {
  readonly program: string;
  readonly args: readonly string[];
  /** Handed over on standard input. */
  readonly input?: string;
  /** The only folder the child is told of: working directory, home and place for temporary files. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly maxOutputBytes: number;
  /** What the program must be told beside the bare environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

const KEPT_STDERR = 2_000;

/**
 * Runs a program on bytes nobody trusts: an environment without secrets, no network where the system allows it, and
 * limits on time and output. It and all its descendants are killed by their process group.
 * @returns standard output
 * @throws ChildFailed
 */
export function runChild(order: ChildOrder): Promise<string> {
  return converse(startChild(order), order);
}

/** Hands the input over and waits for the answer; the time counts from here. @throws ChildFailed */
export async function converse(
  child: ChildProcessWithoutNullStreams,
  order: Pick<ChildOrder, 'input' | 'timeoutMs' | 'maxOutputBytes'>,
): Promise<string> {
  let fault: ChildFault | null = null;
  const kill = (why: ChildFault): void => {
    fault ??= why;
    killGroup(child.pid);
  };
  const timer = setTimeout(() => kill('timed-out'), order.timeoutMs);
  const output = collect(child.stdout, order.maxOutputBytes, () => kill('talked-too-much'));
  const complaint = collectTail(child.stderr);
  child.stdin.end(order.input ?? '');
  try {
    const end = await ended(child);
    if (fault !== null || end !== 0) throw new ChildFailed(fault ?? 'crashed', `exit ${end}; ${complaint()}`);
    return output();
  } finally {
    clearTimeout(timer);
    killGroup(child.pid);
  }
}

/** Starts it without a word: it waits for its input. */
export function startChild(
  order: Pick<ChildOrder, 'program' | 'args' | 'folder' | 'environment'>,
): ChildProcessWithoutNullStreams {
  const [program, ...args] = [...isolation(), order.program, ...order.args];
  const child = spawn(program ?? order.program, args, {
    cwd: order.folder,
    env: {
      PATH: process.env.PATH ?? '',
      LANG: 'C.UTF-8',
      HOME: order.folder,
      TMPDIR: order.folder,
      ...order.environment,
    },
    // Its own process group, so that what it starts can be killed with it.
    detached: true,
  });
  // A child that dies early closes its input; how it died is told by its exit.
  child.stdin.on('error', () => undefined);
  return child;
}

function ended(child: ChildProcessWithoutNullStreams): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new ChildFailed('crashed', error.message)));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString();
}

function collectTail(stream: NodeJS.ReadableStream): () => string {
  let tail = '';
  stream.on('data', (chunk: Buffer) => (tail = `${tail}${chunk.toString()}`.slice(-KEPT_STDERR)));
  return () => tail;
}

export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}
