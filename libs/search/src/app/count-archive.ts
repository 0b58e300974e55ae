import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { COUNT_CAP } from '../data/archive-rows';
import { ArchiveHits } from './archive-hits';
import { SearchQuestion, type SearchTerms, type Understood, understand } from './search-question';

/** How many documents this reader finds. */
export interface ArchiveCount {
  readonly count: number;
  /** When false, counting took too long or was given up, and there are at least so many. */
  readonly exact: boolean;
}

const PATIENCE_MS = 10_000;
/** query_canceled */
const CANCELLED = '57014';

/**
 * Counts all hits of a reader (SEA-14): what the search says «約» of. Bounded in time, and given up as soon as nobody waits.
 * @throws DomainError of {@link understand}
 */
@Injectable()
export class CountArchive {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
  ) {}

  async run(terms: SearchTerms, actor: Actor, gone?: AbortSignal): Promise<ArchiveCount> {
    const { asked, plan, filter } = understand(terms);
    const wanted: Understood = { asked, plan, filter };
    let running: number | null = null;
    const giveUp = () => {
      if (running !== null) void this.cancel(running);
    };
    gone?.addEventListener('abort', giveUp);
    try {
      return await this.uow.read(async () => {
        const question = await this.questions.of(wanted, actor);
        await this.hits.prepare(question);
        const { pid } = await this.uow.one<{ pid: number }>(
          asOffice(sql`select pg_backend_pid() as pid, set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`),
        );
        running = pid;
        gone?.throwIfAborted();
        const count = await this.hits.count(question, null);
        running = null;
        return { count, exact: true };
      });
    } catch (error) {
      running = null;
      if (gone?.aborted || (error as { code?: unknown }).code === CANCELLED) return this.atLeast(wanted, actor);
      throw error;
    } finally {
      gone?.removeEventListener('abort', giveUp);
    }
  }

  private atLeast(wanted: Understood, actor: Actor): Promise<ArchiveCount> {
    return this.uow.read(async () => {
      const question = await this.questions.of(wanted, actor);
      await this.hits.prepare(question);
      return { count: Math.min(COUNT_CAP, await this.hits.count(question, COUNT_CAP)), exact: false };
    });
  }

  private async cancel(pid: number): Promise<void> {
    await this.uow.run(() => this.uow.rows(asOffice(sql`select pg_cancel_backend(${pid})`)));
  }
}
