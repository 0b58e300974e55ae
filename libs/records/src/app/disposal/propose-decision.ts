import { Injectable } from '@nestjs/common';
import { formatFiscalYear } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { lineOf, linesDigest } from '../../core/disposal/contents';
import { type BatchRow, BatchRows } from '../../data/disposal/batch-rows';
import type { ItemRow } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { type BatchCommand, BatchDesk } from './batch-desk';
import { DraftDecision } from './draft-decision';

/** 廃棄・移管の決裁: an ordinary approval by the delegation table; important ones go higher by the table itself (RULE-88). */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly drafting: DraftDecision,
    private readonly ledger: Ledger,
  ) {}

  /** @returns the id of the document. @throws DomainError records.wish-unanswered, what drafting and submission refuse, what the desk refuses */
  run(command: BatchCommand): Promise<string> {
    const { actor } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'propose');
      const agreed = items.filter(({ state }) => state === 'agreed');
      const unanswered = agreed.filter(
        ({ archivesWish, measure, reason }) =>
          archivesWish !== null && measure === 'destroy' && (reason ?? '').trim() === '',
      );
      if (unanswered.length > 0) throw refuse('records.wish-unanswered', { count: unanswered.length });
      const content = decisionOf(batch, agreed);
      const documentId = await this.drafting.run(actor, content);
      const digest = linesDigest(content.items, content.important);
      await this.batches.propose(batch.id, documentId, { by: actor.staffNo, digest });
      const subject = { kind: 'disposal-batch', id: batch.id };
      const facts = {
        document: documentId,
        files: agreed.length,
        important: content.important,
        lines: digest.toString('hex'),
      };
      this.ledger.record({ subject, kind: 'records.disposal-proposed', actor: actor.staffNo, facts });
      return documentId;
    });
  }
}

export function linesOf(items: readonly ItemRow[]): string[] {
  return items.flatMap((item) =>
    item.measure === null
      ? []
      : [lineOf({ ...item, measure: item.measure, fiscalYearLabel: formatFiscalYear(item.fiscalYear) })],
  );
}

/** DISP-9 Important is what would be destroyed or handed over and is important; an extension takes nothing away. */
function decisionOf(batch: BatchRow, items: readonly ItemRow[]) {
  const count = (measure: string) => items.filter((item) => item.measure === measure).length;
  return {
    subject: `${batch.sectionName} 保存期間満了簿冊の処分について(${formatFiscalYear(batch.fiscalYear)}${batch.no > 1 ? ` その${batch.no}` : ''})`,
    items: linesOf(items),
    important: items.some(({ important, measure }) => important && measure !== 'extend'),
    reason: [
      `保存期間が満了した簿冊を処分するもの。廃棄${count('destroy')}冊、移管${count('transfer')}冊、延長${count('extend')}冊。`,
      ...(batch.opinion ? [`公文書館の意見: ${batch.opinion}`] : []),
    ].join('\n'),
  };
}
