import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type MovedDocument, type SectionMove, SectionRows } from '../data/section-rows';
import { DocumentNews } from './document-news';
import { SectionMoves } from './section-moves';

const CHUNK = 500;
const BY = 'system:documents';

/**
 * 所管替え: documents go with their functions when sections end, are divided, or hand a function over (RULE-103). What was
 * said and signed stays as it was; who may read and which symbol is next follow the section.
 */
@Injectable()
export class FollowFunctions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planner: SectionMoves,
    private readonly rows: SectionRows,
    private readonly ledger: Ledger,
    private readonly news: DocumentNews,
  ) {}

  /** @param since first day of the changes to be followed @returns how many documents moved */
  async run(since: LocalDate): Promise<number> {
    const moves = await this.uow.read(() => this.planner.since(since));
    let total = 0;
    for (let moved = moves.length === 0 ? 0 : CHUNK; moved === CHUNK; total += moved)
      moved = await this.uow.run(() => this.chunk(moves));
    return total;
  }

  private async chunk(moves: readonly SectionMove[]): Promise<number> {
    const moved = await this.rows.move(moves, CHUNK);
    this.ledger.record(...moved.map(noteOf));
    await this.news.changed(moved.map(({ id }) => id));
    return moved.length;
  }
}

function noteOf({ id, from, to }: MovedDocument) {
  return { subject: { kind: 'document', id }, kind: 'documents.section-moved', actor: BY, facts: { from, to } };
}
