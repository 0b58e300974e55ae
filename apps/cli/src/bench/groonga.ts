import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@fubako/platform/embedded-postgres';

/** A document as the other engine keeps it: the same folded text, the same facts. */
export interface GroongaDocument {
  readonly _key: string;
  readonly body: string;
  readonly day: string;
  readonly fy: number;
  readonly state: string;
  readonly confidentiality: string;
  readonly drafter: string;
  readonly sections: readonly string[];
  readonly participants: readonly string[];
}

const SCHEMA = [
  'table_create Docs TABLE_HASH_KEY ShortText',
  'column_create Docs body COLUMN_SCALAR LongText',
  'column_create Docs day COLUMN_SCALAR ShortText',
  'column_create Docs fy COLUMN_SCALAR Int32',
  'column_create Docs state COLUMN_SCALAR ShortText',
  'column_create Docs confidentiality COLUMN_SCALAR ShortText',
  'column_create Docs drafter COLUMN_SCALAR ShortText',
  'column_create Docs sections COLUMN_VECTOR ShortText',
  'column_create Docs participants COLUMN_VECTOR ShortText',
];
const INDEX = [
  'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram',
  'column_create Terms docs_body COLUMN_INDEX|WITH_POSITION Docs body',
];

export function hasGroonga(): boolean {
  try {
    execFileSync('groonga', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Groonga with TokenBigram over HTTP on loopback, its cache of answers off. */
export class Groonga {
  private loader: ChildProcess | null = null;
  private server: ChildProcess | null = null;
  private port = 0;
  private readonly path: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'db');
  }

  async begin(): Promise<void> {
    this.loader = spawn('groonga', ['-n', this.path], { stdio: ['pipe', 'ignore', 'inherit'] });
    await this.say(SCHEMA.join('\n'));
  }

  /** Loads a batch. */
  load(documents: readonly GroongaDocument[]): Promise<void> {
    return this.say(`load --table Docs\n${JSON.stringify(documents)}`);
  }

  /** Builds the index over what was loaded and serves it. */
  async serve(): Promise<void> {
    await this.say(INDEX.join('\n'));
    this.loader?.stdin?.end();
    if (this.loader) await once(this.loader, 'exit');
    this.port = await freePort();
    this.server = spawn(
      'groonga',
      ['-s', '--protocol', 'http', '--bind-address', '127.0.0.1', '--port', String(this.port), this.path],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    for (let attempt = 0; attempt < 100; attempt++) {
      if (
        await fetch(`http://127.0.0.1:${this.port}/d/status`).then(
          () => true,
          () => false,
        )
      )
        return;
      await wait(100);
    }
    throw new Error('Groonga did not answer.');
  }

  /** Keys of the first 50, newest first. @param filter a condition of Groonga, or null */
  async search(needles: readonly string[], filter: string | null): Promise<string[]> {
    const words = needles.map((needle) => `body @ ${JSON.stringify(needle)}`);
    const parameters = new URLSearchParams({
      table: 'Docs',
      filter: [...words, ...(filter === null ? [] : [`(${filter})`])].join(' && '),
      sort_keys: '-day,-_key',
      limit: '50',
      output_columns: '_key',
      cache: 'no',
    });
    const response = await fetch(`http://127.0.0.1:${this.port}/d/select?${parameters.toString()}`);
    const [head, body] = (await response.json()) as [
      readonly unknown[],
      readonly (readonly (readonly unknown[])[])[] | undefined,
    ];
    const [rows] = body ?? [];
    if (head[0] !== 0 || !rows) throw new Error(`Groonga refused: ${JSON.stringify(head)}`);
    // Before the keys stand the number of hits and the names of the columns.
    return rows.slice(2).map(([key]) => String(key));
  }

  async end(): Promise<void> {
    for (const child of [this.loader, this.server]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }

  private async say(command: string): Promise<void> {
    if (this.loader?.stdin?.write(`${command}\n`) === false) await once(this.loader.stdin, 'drain');
  }
}
