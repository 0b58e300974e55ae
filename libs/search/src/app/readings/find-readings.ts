import { Injectable } from '@nestjs/common';
import { CSV_START, csvLine } from '@fubako/kernel';
import { Ledger, type ReadingMeans } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { decodeCursor, pageOf } from '@fubako/platform/http';
import { ArchiveRows } from '../../data/archive-rows';
import { ReadingInquiryRows, type ReadingRow } from '../../data/reading-inquiry-rows';
import { refuse } from '../../errors';
import { SearchQuestion, understand } from '../search-question';
import type { ReadingPage } from './readings.views.dto';
import { READING_HEAD, readingLine, readingView } from './reading-lines';
import { mayInquire } from './readers-of-the-log';

/** REA-2 So many matters one inquiry is about at most. */
const MOST_MATTERS = 1_000;
const MOST_LINES = 50_000;

/** What is asked: who saw what, since when. */
export interface ReadingInquiry {
  /** Whom or what it is about, as in 文書検索: words, 件名:, 起案者: …; empty: everything. */
  readonly about: string;
  readonly reader: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly means: ReadingMeans | null;
  readonly enteredOnly: boolean;
}

/** 閲覧の照会 (REA-1, REA-2): for auditors alone, and each inquiry is in the ledger itself. */
@Injectable()
export class FindReadings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReadingInquiryRows,
    private readonly questions: SearchQuestion,
    private readonly archive: ArchiveRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError search.not-auditor, search.inquiry-too-wide, request.bad-cursor, those of a search */
  run(
    inquiry: ReadingInquiry,
    { cursor, limit }: { cursor?: string; limit: number },
    actor: Actor,
  ): Promise<ReadingPage> {
    const key = decodeCursor(cursor, ['instant', 'integer']);
    return this.uow.run(async () => {
      const after = key ? ([String(key[0]), Number(key[1])] as const) : null;
      const rows = await this.find(inquiry, { after, limit: limit + 1, actor });
      const keyOf = ({ lastAt, id }: ReadingRow) => [lastAt.toISOString(), id] as const;
      const { items, nextCursor } = pageOf(rows, limit, { map: readingView, keyOf });
      return { items: [...items], nextCursor };
    });
  }

  /** All of it, at most fifty thousand lines. @throws DomainError like {@link run} */
  csv(inquiry: ReadingInquiry, actor: Actor): Promise<string> {
    return this.uow.run(async () => {
      const rows = await this.find(inquiry, { after: null, limit: MOST_LINES, actor });
      return CSV_START + csvLine(READING_HEAD) + rows.map((row) => csvLine(readingLine(row))).join('');
    });
  }

  private async find(
    inquiry: ReadingInquiry,
    { after, limit, actor }: { after: readonly [string, number] | null; limit: number; actor: Actor },
  ): Promise<ReadingRow[]> {
    if (!mayInquire(actor)) throw refuse('search.not-auditor', {});
    const question = await this.questions.of(understand({ text: inquiry.about, filter: {} }), actor);
    const subjectIds = inquiry.about.trim() === '' ? null : await this.matters(question);
    if (after === null) this.enter(inquiry, actor);
    return this.rows.page({ ...inquiry, subjectIds }, { visible: question.visible, after, limit });
  }

  /** Everything that the words are found in, whoever may read it: the answer says who read, not what stands there. */
  private async matters(question: Awaited<ReturnType<SearchQuestion['of']>>): Promise<string[]> {
    await this.archive.prepare(question.plan);
    const found = await this.archive.pageOfAll(question, MOST_MATTERS + 1);
    if (found.length > MOST_MATTERS) throw refuse('search.inquiry-too-wide', { limit: MOST_MATTERS });
    return found.map(({ documentId }) => documentId);
  }

  private enter(inquiry: ReadingInquiry, actor: Actor): void {
    const subject = { kind: 'reader', id: actor.staffNo };
    const facts = { asked: JSON.stringify(inquiry) };
    this.ledger.record({ subject, kind: 'search.readings-asked', actor: actor.staffNo, facts });
  }
}
