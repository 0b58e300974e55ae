import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '@fubako/kernel';
import { readableDocuments } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { pageOf } from '@fubako/platform/http';
import { planQuery } from '../core/plan';
import { MOST_CHARACTERS, MOST_TERMS, type Query, faultOfQuery, parseQuery } from '../core/query';
import type { SearchFilter, Sort } from '../core/question';
import { ArchiveRows } from '../data/archive-rows';
import { ENTRY_COLUMNS, type ReadersQuestion } from '../data/hits.sql';
import { refuse } from '../errors';
import { facetsOf } from './facets';
import { keyOf, orderOf, positionOf } from './positions';
import type { SearchResult } from './search-result';
import { Snippets } from './snippets';

export interface SearchRequest {
  /** What stands in the search box; empty lists everything the filters leave. */
  readonly text: string;
  readonly filter: SearchFilter;
  /** The newest day first, when absent. */
  readonly sort?: Sort;
  /** The list begins with this fiscal year. */
  readonly startYear?: FiscalYear;
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * 文書検索: exact over everything the reader may see, and over nothing else; hits, counts and facets come from one
 * condition (SEA-7).
 * @throws DomainError search.query-too-long, search.too-many-words, search.only-exclusions, search.period-reversed, request.bad-cursor
 */
@Injectable()
export class SearchArchive {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ArchiveRows,
    private readonly snippets: Snippets,
  ) {}

  run(request: SearchRequest, actor: Actor): Promise<SearchResult> {
    const { limit, cursor } = request;
    const question = questionOf(request, actor);
    const { plan } = question;
    const after = positionOf(cursor, orderOf(question));
    return this.uow.read(async () => {
      await this.rows.prepare(plan);
      const hits = await this.rows.page(after ? { ...question, after } : question, limit + 1);
      const { items, nextCursor } = pageOf(hits, limit, {
        map: (hit) => hit,
        keyOf: (hit) => keyOf(hit, orderOf(question)),
      });
      const { count, capped, facets } = await this.rows.tally(question);
      return {
        items: await this.snippets.run(items, plan.wanted),
        nextCursor,
        count,
        countCapped: capped,
        facets: facetsOf(facets),
      };
    });
  }
}

/** What one reader asks. @throws DomainError as {@link SearchArchive} */
export function questionOf(
  { text, filter, sort, startYear }: Omit<SearchRequest, 'limit' | 'cursor'>,
  actor: Actor,
): ReadersQuestion {
  return {
    plan: planQuery(understand(text, filter)),
    filter,
    visible: readableDocuments(actor, ENTRY_COLUMNS),
    ...(sort && { sort }),
    ...(startYear !== undefined && { startYear }),
  };
}

function understand(text: string, { from, to }: SearchFilter): Query {
  if (from && to && from > to) throw refuse('search.period-reversed', { from, to });
  const query = parseQuery(text);
  switch (faultOfQuery(text, query)) {
    case 'too-long':
      throw refuse('search.query-too-long', { limit: MOST_CHARACTERS });
    case 'too-many-words':
      throw refuse('search.too-many-words', { limit: MOST_TERMS });
    case 'only-exclusions':
      throw refuse('search.only-exclusions', {});
    case null:
      return query;
  }
}
