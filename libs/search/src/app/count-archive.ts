import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { COUNT_CAP } from '../data/archive-rows';
import type { ReadersQuestion } from '../data/hits.sql';
import { ArchiveHits } from './archive-hits';
import { facetsOf } from './facets';
import { SearchQuestion, type SearchTerms, type Understood, understand } from './search-question';
import type { Facets } from './search-result';

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
 * Counts all hits of a reader, and their facets (SEA-14): what the search says «約» of. Bounded in time, and given up as soon as
 * nobody waits.
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
    const wanted = wantedBy(terms, actor);
    const count = await this.patiently(wanted, (question) => this.hits.count(question, null), gone);
    return count === null ? this.atLeast(wanted) : { count, exact: true };
  }

  /** Null when counting took too long or was given up. */
  async facets(terms: SearchTerms, actor: Actor, gone?: AbortSignal): Promise<Facets | null> {
    const tally = await this.patiently(wantedBy(terms, actor), (question) => this.hits.tally(question, null), gone);
    return tally && facetsOf(tally.facets);
  }

  /** Null when it took longer than people wait. */
  private async patiently<T>(
    wanted: Wanted,
    work: (question: ReadersQuestion) => Promise<T>,
    gone?: AbortSignal,
  ): Promise<T | null> {
    let running: number | null = null;
    const giveUp = () => {
      if (running !== null) void this.cancel(running);
    };
    gone?.addEventListener('abort', giveUp);
    try {
      return await this.asking(wanted, async (question) => {
        const { pid } = await this.uow.one<{ pid: number }>(
          asOffice(sql`select pg_backend_pid() as pid, set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`),
        );
        running = pid;
        gone?.throwIfAborted();
        const done = await work(question);
        running = null;
        return done;
      });
    } catch (error) {
      running = null;
      if (gone?.aborted || (error as { code?: unknown }).code === CANCELLED) return null;
      throw error;
    } finally {
      gone?.removeEventListener('abort', giveUp);
    }
  }

  private atLeast(wanted: Wanted): Promise<ArchiveCount> {
    return this.asking(wanted, async (question) => ({
      count: Math.min(COUNT_CAP, await this.hits.count(question, COUNT_CAP)),
      exact: false,
    }));
  }

  private asking<T>({ understood, actor }: Wanted, work: (question: ReadersQuestion) => Promise<T>): Promise<T> {
    return this.uow.read(async () => {
      const question = await this.questions.of(understood, actor);
      await this.hits.prepare(question);
      return work(question);
    });
  }

  private async cancel(pid: number): Promise<void> {
    await this.uow.run(() => this.uow.rows(asOffice(sql`select pg_cancel_backend(${pid})`)));
  }
}

interface Wanted {
  readonly understood: Understood;
  readonly actor: Actor;
}

function wantedBy(terms: SearchTerms, actor: Actor): Wanted {
  const { asked, plan, filter } = understand(terms);
  return { understood: { asked, plan, filter }, actor };
}
