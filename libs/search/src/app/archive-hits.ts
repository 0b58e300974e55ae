import { Injectable } from '@nestjs/common';
import type { HitKey } from '../core/question';
import { ArchiveRows, type Tally } from '../data/archive-rows';
import { openFilters } from '../data/facets.sql';
import type { ReadersQuestion } from '../data/hits.sql';
import { WrittenRows } from '../data/written-rows';

const NOTHING: Tally = { count: 0, capped: false, facets: [] };

/**
 * Hits, counts and facets of a question, whether the index answers it or, with foldings off, what was written (SEA-13). Every
 * call is part of the caller's unit of work.
 */
@Injectable()
export class ArchiveHits {
  constructor(
    private readonly rows: ArchiveRows,
    private readonly written: WrittenRows,
  ) {}

  prepare({ plan }: ReadersQuestion): Promise<void> {
    return this.rows.prepare(plan);
  }

  page(question: ReadersQuestion, limit: number): Promise<HitKey[]> {
    return isStrict(question) ? this.written.hits(question, limit) : this.rows.page(question, limit);
  }

  /** @param cap of hits that count; null: all */
  async tally(
    { after: _, startYear: __, sort: ___, ...question }: ReadersQuestion,
    cap: number | null,
  ): Promise<Tally> {
    if (!isStrict(question)) return this.rows.tally(question, cap);
    // The first hits of each list that is counted: all, and for a chosen facet as if nothing of it had been chosen (SEA-21).
    const settled = new Map<string, HitKey>();
    const most = cap === null ? Number.MAX_SAFE_INTEGER : cap + 1;
    for (const filter of [question.filter, ...openFilters(question.filter)])
      for (const hit of await this.written.hits({ ...question, filter }, most)) settled.set(hit.documentId, hit);
    return this.rows.tally({ ...question, settled: [...settled.values()] }, cap);
  }

  /**
   * The tally beside the first page of hits. Where that page is empty, nothing is left to count, and the candidates that are
   * hidden are not looked at a second time: what waiting tells of them is halved (SEA-42).
   */
  tallyBeside(found: readonly HitKey[], question: ReadersQuestion, cap: number): Promise<Tally> {
    const isWhole = question.after === undefined && question.startYear === undefined;
    const isNothing = found.length === 0 && isWhole && openFilters(question.filter).length === 0;
    return isNothing ? Promise.resolve(NOTHING) : this.tally(question, cap);
  }

  /** How many hits there are, at most `most` (null: all). */
  async count(question: ReadersQuestion, most: number | null): Promise<number> {
    if (isStrict(question)) return (await this.written.hits(question, most ?? Number.MAX_SAFE_INTEGER)).length;
    return this.rows.count(question, most);
  }

  /** The question for statements of others: with foldings off its first hits are settled before. */
  async settled(question: ReadersQuestion, most: number): Promise<ReadersQuestion> {
    return isStrict(question) ? { ...question, settled: await this.written.hits(question, most) } : question;
  }
}

function isStrict({ plan, settled }: ReadersQuestion): boolean {
  return plan.off.length > 0 && settled === undefined;
}
