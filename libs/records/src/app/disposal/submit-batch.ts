import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type FileFacts, obstacleOf } from '../../core/disposal/obstacle';
import { BatchRows } from '../../data/disposal/batch-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { type BatchCommand, BatchDesk } from './batch-desk';
import { HeldFiles, heldOutcome } from './held-files';
import { SubmissionNotes } from './submission-notes';

/** What became of one file when the section submitted. */
export interface SubmittedItem {
  readonly itemId: string;
  readonly fileId: string;
  readonly title: string;
  /** Null: it proceeds. */
  readonly refused: ItemOutcome | null;
}

/** 文書主管課へ送る: what may go on goes on; each of the others is told why not (S12). */
@Injectable()
export class SubmitBatch {
  constructor(
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly rows: ItemRows,
    private readonly files: ExpiredRows,
    private readonly held: HeldFiles,
    private readonly closing: SubmissionNotes,
  ) {}

  /** @throws DomainError records.undecided, and what the desk refuses */
  run(command: BatchCommand): Promise<SubmittedItem[]> {
    const { actor } = command;
    return this.closing.inUnit(async (today, at) => {
      const { batch, items } = await this.desk.open(command, 'submit');
      const open = items.filter(({ state }) => state === 'open');
      const fileIds = open.map(({ fileId }) => fileId);
      const held = await this.held.lock(fileIds, { what: 'submit-disposal', actor: actor.staffNo });
      const facts = await this.files.facts(fileIds);
      const judged = open.map((item) => {
        const hold = held.get(item.fileId);
        return {
          item,
          facts: facts.get(item.fileId),
          refused: hold ? heldOutcome(hold) : obstacle(item, facts, today),
        };
      });
      const undecided = judged.filter(({ item, refused }) => refused === null && item.measure === null).length;
      if (undecided > 0) throw refuse('records.undecided', { count: undecided });
      const proceeding = judged.flatMap(({ item, facts: known, refused }) =>
        known && !refused ? [{ item, facts: known }] : [],
      );
      await this.rows.agree(await this.closing.agreed(proceeding));
      await this.rows.end(
        judged.flatMap(({ item, refused }) =>
          refused ? [{ id: item.id, state: 'left_out' as const, outcome: refused }] : [],
        ),
        at,
      );
      await this.batches.submit(batch.id, await this.desk.by(actor));
      if (proceeding.length === 0) await this.batches.finish(batch.id, at);
      this.closing.note(batch.id, actor.staffNo, {
        proceed: proceeding.length,
        leftOut: judged.length - proceeding.length,
      });
      return judged.map(({ item, refused }) => ({ itemId: item.id, fileId: item.fileId, title: item.title, refused }));
    });
  }
}

function obstacle(item: ItemRow, facts: ReadonlyMap<string, FileFacts>, today: LocalDate): ItemOutcome | null {
  const known = facts.get(item.fileId);
  const code = known ? obstacleOf(known, today) : 'has-left';
  if (code) return { code };
  return known?.expiresOn === item.expiresOn ? null : { code: 'expiry-changed' };
}
