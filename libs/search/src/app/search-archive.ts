import { Injectable } from '@nestjs/common';
import { DomainError, type LocalDate, parseLocalDate } from '@fubako/kernel';
import { readableDocuments } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { decodeCursor, pageOf } from '@fubako/platform/http';
import { planQuery } from '../core/plan';
import { MOST_CHARACTERS, MOST_TERMS, type Query, faultOfQuery, parseQuery } from '../core/query';
import type { SearchFilter } from '../core/question';
import { ArchiveRows } from '../data/archive-rows';
import { ENTRY_COLUMNS, type ReadersQuestion } from '../data/hits.sql';
import { refuse } from '../errors';
import { facetsOf } from './facets';
import type { SearchResult } from './search-result';
import { Snippets } from './snippets';

export interface SearchRequest {
  /** What stands in the search box; empty lists everything the filters leave. */
  readonly text: string;
  readonly filter: SearchFilter;
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

  run({ text, filter, cursor, limit }: SearchRequest, actor: Actor): Promise<SearchResult> {
    const plan = planQuery(understand(text, filter));
    const question: ReadersQuestion = { plan, filter, visible: readableDocuments(actor, ENTRY_COLUMNS) };
    const after = positionOf(cursor);
    return this.uow.read(async () => {
      await this.rows.prepare(plan);
      const hits = await this.rows.page(after ? { ...question, after } : question, limit + 1);
      const { items, nextCursor } = pageOf(hits, limit, {
        map: (hit) => hit,
        keyOf: ({ sortOn, documentId }) => [sortOn, documentId],
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws DomainError request.bad-cursor */
function positionOf(cursor: string | undefined): { sortOn: LocalDate; documentId: string } | null {
  const key = decodeCursor(cursor, ['day', 'uuid']);
  if (key === null) return null;
  const [day, documentId] = key;
  const sortOn = typeof day === 'string' ? parseLocalDate(day) : null;
  if (sortOn === null || typeof documentId !== 'string' || !UUID.test(documentId))
    throw new DomainError('request.bad-cursor', {});
  return { sortOn, documentId };
}
