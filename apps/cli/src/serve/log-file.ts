import { createWriteStream, existsSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const rotateAtBytes = 20 * 1024 * 1024;
const kept = 4;

/** One log for all processes of the installation; each line says when and who. Turned over at 20 MB, four are kept. */
export class LogFile {
  private stream: WriteStream;
  private bytes: number;
  /** the last lines of each process, for the message when it gives up */
  private readonly recent = new Map<string, string[]>();

  constructor(
    private readonly folder: string,
    private readonly echo: boolean,
  ) {
    this.stream = this.open();
    this.bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  get path(): string {
    return join(this.folder, 'fubako.log');
  }

  write(source: string, line: string): void {
    const text = `${new Date().toISOString()} ${source.padEnd(8)} | ${line}\n`;
    this.stream.write(text);
    this.bytes += Buffer.byteLength(text);
    this.recent.set(source, [...(this.recent.get(source) ?? []).slice(-19), line]);
    if (this.echo) process.stdout.write(text);
    if (this.bytes > rotateAtBytes) this.turnOver();
  }

  follow(source: string, stream: Readable): void {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => this.write(source, line));
  }

  lastLinesOf(source: string): readonly string[] {
    return this.recent.get(source) ?? [];
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.stream.end(resolve));
  }

  private open(): WriteStream {
    return createWriteStream(this.path, { flags: 'a', mode: 0o600 });
  }

  private turnOver(): void {
    this.stream.end();
    for (let age = kept - 1; age >= 1; age -= 1) {
      const older = `${this.path}.${age}`;
      if (existsSync(older)) renameSync(older, `${this.path}.${age + 1}`);
    }
    renameSync(this.path, `${this.path}.1`);
    this.stream = this.open();
    this.bytes = 0;
  }
}
