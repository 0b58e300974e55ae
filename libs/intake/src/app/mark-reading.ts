import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { endsByReading, isComplete, markFault } from '../core/circulation';
import type { ReaderRow } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { refuse } from '../errors';
import { CirculationDesk, type OpenCirculation, runningState, stateOf } from './circulation-desk';
import { CirculationNews } from './circulation-news';
import { Endings } from './endings';
import { digestOf } from './receipt-news';

export interface MarkReadingCommand {
  readonly actor: Actor;
  readonly circulationId: string;
  readonly comment: string | null;
  /** 起案依頼 */
  readonly asksForDraft: boolean;
}

/** 閲覧済: the reader's mark with post, time and comment; the last required one completes the 供覧 (RULE-03). */
@Injectable()
export class MarkReading {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: CirculationDesk,
    private readonly circulations: CirculationRows,
    private readonly endings: Endings,
    private readonly news: CirculationNews,
  ) {}

  /** @throws DomainError intake.no-circulation, intake.not-a-reader, intake.already-read, intake.circulation-over */
  run(command: MarkReadingCommand): Promise<void> {
    const { actor, circulationId: id, asksForDraft } = command;
    return this.uow.run(async () => {
      const open = await this.desk.lock(id, actor);
      const fault = markFault(stateOf(open), actor.staffNo, open.inAudience);
      if (fault) throw refuse(fault, {});
      if (asksForDraft && !open.receipt) throw refuse('intake.no-draft-of-document', {});
      const comment = command.comment?.trim() || null;
      const at = await this.uow.now();
      if (!open.readers.some(({ staff_no }) => staff_no === actor.staffNo))
        await this.circulations.addReaders([volunteer(open, actor, at)]);
      await this.circulations.mark(id, actor.staffNo, { at, comment, asksForDraft });
      this.news.acted({ circulation: open.row, actor }, 'read', {
        post: actor.posts[0]?.code ?? null,
        comment: digestOf(comment),
        asksForDraft,
      });
      if (asksForDraft && open.receipt) await this.news.draftAsked(open.row, open.receipt.section_code, actor);
      await this.settle(open, actor);
    });
  }

  /** What the mark has brought to an end. */
  private async settle({ row, receipt }: OpenCirculation, actor: Actor): Promise<void> {
    if (runningState(row) !== 'running') return;
    const state = stateOf({ row, readers: await this.circulations.readers([row.id]) });
    if (!isComplete(state)) return;
    await this.circulations.complete(row.id, await this.uow.now());
    this.news.acted({ circulation: row, actor }, 'reading-completed', {});
    await this.news.completed(row);
    if (receipt?.ending === null && endsByReading(state)) await this.endings.end(receipt, actor, { kind: 'read' });
  }
}

/** Whoever reads a 回覧 is counted, without having been asked. */
function volunteer({ row, readers }: OpenCirculation, actor: Actor, at: Date): ReaderRow {
  const [post] = actor.posts;
  return {
    circulation_id: row.id,
    staff_no: actor.staffNo,
    name: actor.name,
    post_code: post?.code ?? '',
    post_title: post?.title ?? '',
    unit_name: post?.unitName ?? '',
    required: false,
    sort: readers.length,
    added_at: at,
    added_by: actor.staffNo,
    read_at: null,
    comment: null,
    asks_for_draft: false,
  };
}
