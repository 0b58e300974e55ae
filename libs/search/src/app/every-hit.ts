import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ArchiveRows, type ListedHit } from '../data/archive-rows';
import type { HitKey } from '../core/question';
import { ArchiveHits } from './archive-hits';
import { NoteHits } from './note-hits';
import { SearchQuestion, type SearchTerms, understand } from './search-question';

const PAGE = 200;

/** A hit with its 秘密区分 of today. */
export interface ExportedHit extends ListedHit {
  readonly secrecy: string;
}

/** All hits of a question, page by page, each page with the reader's rights as they are then. Call it outside a unit of work. */
@Injectable()
export class EveryHit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ArchiveRows,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
    private readonly noting: NoteHits,
  ) {}

  /** @throws DomainError of {@link understand} */
  async *pages(
    terms: SearchTerms,
    { actor, most }: { readonly actor: Actor; readonly most: number },
  ): AsyncGenerator<ExportedHit[]> {
    const understood = understand(terms);
    let after: HitKey | undefined;
    for (let left = most; left > 0; left -= PAGE) {
      const { keys, hits } = await this.uow.read(async () => {
        const question = await this.questions.of(understood, actor);
        await this.hits.prepare(question);
        const found = await this.hits.page(after ? { ...question, after } : question, Math.min(PAGE, left));
        const secrecies = await this.noting.run(found, actor);
        const listed = await this.rows.listed(found);
        return {
          keys: found,
          hits: listed.map((hit) => ({ ...hit, secrecy: secrecies.get(hit.documentId) ?? 'none' })),
        };
      });
      if (hits.length > 0) yield hits;
      after = keys.at(-1);
      if (!after || keys.length < PAGE) return;
    }
  }
}
