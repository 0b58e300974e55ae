import { setTimeout as wait } from 'node:timers/promises';

import { isRunning, type RunningPostgres, startEmbeddedPostgres } from '@fubako/platform/embedded-postgres';

import type { Surroundings } from './supervised-process';

/** The database of this installation: embedded and watched over by us, or somebody else's. */
export interface Database {
  readonly url: string;
  /** process to measure; undefined when it is not ours */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const lookEveryMs = 1_000;

export async function openDatabase(url: string | undefined, around: Surroundings): Promise<Database> {
  if (url !== undefined) return { url, pid: () => undefined, stop: () => Promise.resolve() };
  return EmbeddedDatabase.open(around);
}

class EmbeddedDatabase implements Database {
  private stopping = false;

  private constructor(
    private server: RunningPostgres,
    private readonly around: Surroundings,
  ) {}

  static async open(around: Surroundings): Promise<EmbeddedDatabase> {
    const database = new EmbeddedDatabase(await startServer(around), around);
    if (database.server.adopted) around.say('The database of an earlier run was still running and is used on.');
    void database.watch();
    return database;
  }

  get url(): string {
    return this.server.url;
  }

  pid(): number {
    return this.server.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.server.stop();
  }

  /** Starts it again when it was killed; its port is remembered, so the other processes find it again by themselves. */
  private async watch(): Promise<void> {
    while (!this.stopping) {
      await wait(lookEveryMs, undefined, { ref: false });
      if (this.stopping || isRunning(this.server.pid)) continue;
      this.around.say('The database ended by itself; starting it again.');
      try {
        const restarted = await startServer(this.around);
        if (this.stopping) await restarted.stop();
        this.server = restarted;
      } catch (error) {
        this.around.say(
          `The database could not be started again: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
}

function startServer({ folder, say }: Surroundings): Promise<RunningPostgres> {
  return startEmbeddedPostgres({ folder: folder.postgres, onNotice: say });
}
