import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Clerk } from './clerk';
import { rounded, tell } from './figures';

const CLIENTS = 40;
/** Every tenth transaction is ended in its middle. */
const KILLED_SHARE = 10;
const TRIES = 50;
const KILLER = 'fubako-bench-killer';

export interface UnderFire {
  readonly numbers: number;
  readonly seconds: number;
  readonly killed: number;
  readonly retries: number;
}

/** Scenario S09: forty clients ask for numbers of one series over HTTP while connections die, and ask again under the same key. */
export class KilledIssuers {
  private retries = 0;

  constructor(
    private readonly town: { readonly url: string; readonly databaseUrl: string },
    private readonly login: string,
  ) {}

  /** @param documents decided ones without a number */
  async run(documents: readonly string[]): Promise<UnderFire> {
    const killer = new Client({ connectionString: this.town.databaseUrl, application_name: KILLER });
    await killer.connect();
    try {
      const clerk = await Clerk.signIn(this.town.url, this.login);
      const queue = [...documents];
      const client = async (): Promise<void> => {
        for (let next = queue.pop(); next; next = queue.pop()) await this.insist(clerk, next);
      };
      const started = performance.now();
      const [killed] = await Promise.all([
        this.kill(killer, documents.length / KILLED_SHARE, () => queue.length > 0),
        ...Array.from({ length: CLIENTS }, client),
      ]);
      const seconds = rounded((performance.now() - started) / 1000);
      tell(`S09: ${documents.length} numbers, ${killed} transactions killed: ${seconds} s`);
      return { numbers: documents.length, seconds, killed, retries: this.retries };
    } finally {
      await killer.end();
    }
  }

  private async insist(clerk: Clerk, documentId: string): Promise<void> {
    const key = randomUUID();
    for (let tries = 1; ; tries++) {
      const answered = await clerk
        .send('POST', `/documents/${documentId}/execution/numbers`, { body: {}, key })
        .then(() => true)
        .catch((error: unknown) => {
          if (tries >= TRIES) throw error;
          return false;
        });
      if (answered) return;
      this.retries++;
      await wait(5 + Math.random() * 20);
    }
  }

  private async kill(killer: Client, enough: number, goesOn: () => boolean): Promise<number> {
    let killed = 0;
    while (killed < enough && goesOn()) {
      const { rows } = await killer.query<{ hit: boolean }>(
        `select pg_terminate_backend(pid) as hit from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and application_name = 'fubako'
           and xact_start is not null and state like 'idle in transaction%' order by random() limit 1`,
      );
      killed += rows.filter(({ hit }) => hit).length;
      await wait(10);
    }
    return killed;
  }
}
