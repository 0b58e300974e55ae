import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { pageOf } from '@fubako/platform/http';
import { COUNT_CAP } from '../data/archive-rows';
import { ArchiveHits } from './archive-hits';
import { facetsOf } from './facets';
import { NameConditions } from './name-conditions';
import { NoteHits } from './note-hits';
import { keyOf, orderOf, positionOf } from './positions';
import { SearchQuestion, type SearchTerms, understand } from './search-question';
import type { SearchResult } from './search-result';
import { Snippets } from './snippets';

export interface SearchRequest extends SearchTerms {
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * 文書検索: exact over everything the reader may see, and over nothing else; hits, counts and facets come from one
 * condition (SEA-7). The answer names the conditions as it understood them (SEA-12).
 * @throws DomainError of {@link understand}, request.bad-cursor
 */
@Injectable()
export class SearchArchive {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
    private readonly snippets: Snippets,
    private readonly names: NameConditions,
    private readonly noting: NoteHits,
  ) {}

  run({ cursor, limit, ...terms }: SearchRequest, actor: Actor): Promise<SearchResult> {
    const understood = understand(terms);
    const order = orderOf(understood);
    const after = positionOf(cursor, order);
    return this.uow.read(async () => {
      const question = await this.questions.of(understood, actor);
      await this.hits.prepare(question);
      const asked = after ? { ...question, after } : question;
      const found = await this.hits.page(asked, limit + 1);
      const { items, nextCursor } = pageOf(found, limit, { map: (hit) => hit, keyOf: (hit) => keyOf(hit, order) });
      const wordless = await this.noting.wordless(await this.noting.run(items, actor), actor);
      const { count, capped, facets } = await this.hits.tallyBeside(found, asked, COUNT_CAP);
      return {
        items: await this.snippets.run(items, question.plan, wordless),
        nextCursor,
        count,
        countCapped: capped,
        facets: facetsOf(facets),
        ...(await this.names.run({ terms, understood, nothingFound: count === 0 }, actor)),
      };
    });
  }
}
