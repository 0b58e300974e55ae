import { Injectable } from '@nestjs/common';
import type { MatterDecided } from '@fubako/approvals/events';
import { addDays, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import { linesDigest } from '../../core/disposal/contents';
import { type BatchRow, BatchRows } from '../../data/disposal/batch-rows';
import { ItemRows } from '../../data/disposal/item-rows';
import { ExtendDecidedFiles } from './extend-decided-files';

const SYSTEM = 'system:records';

/** What a decision, or a refusal, does to the batch it is about; in the unit of the decision. */
@Injectable()
export class SettleDecisions {
  constructor(
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly documents: DocumentReading,
    private readonly settings: MunicipalitySettings,
    private readonly extend: ExtendDecidedFiles,
    private readonly ledger: Ledger,
  ) {}

  /** 決裁: extensions hold at once; what is to be destroyed waits. A decision on another list than that of the batch decides nothing. */
  async decided(matters: readonly MatterDecided[]): Promise<void> {
    const batches = await this.batches.ofDecisions(matters.map(({ documentId }) => documentId));
    if (batches.length === 0) return;
    const cards = new Map(
      (await this.documents.cards(batches.flatMap(({ documentId }) => documentId ?? []))).map((card) => [
        card.id,
        card,
      ]),
    );
    for (const batch of batches) {
      const matter = matters.find(({ documentId }) => documentId === batch.documentId);
      const card = cards.get(batch.documentId ?? '');
      const important = card?.fields.important ?? card?.attributes.escalations.includes('important');
      if (!matter || batch.step !== 'decision') continue;
      const same = batch.contentDigest?.equals(linesDigest(card?.fields.items, important)) ?? false;
      await (same ? this.approve(batch, matter) : this.differs(batch));
    }
  }

  /** 否決: what was refused gets a new retention period (RULE-88), when it is listed the next time. */
  async rejected(documentIds: readonly string[], at: Date): Promise<void> {
    for (const batch of await this.batches.ofDecisions(documentIds)) {
      if (batch.step !== 'decision') continue;
      const items = await this.items.of(batch.id);
      await this.items.end(
        items.flatMap(({ id, state, measure }) =>
          state !== 'agreed'
            ? []
            : [{ id, state: measure === 'extend' ? 'left_out' : 'refused', outcome: { code: 'decision-refused' } }],
        ),
        at,
      );
      await this.batches.finish(batch.id, at);
      this.note(batch.id, 'records.disposal-rejected', {});
    }
  }

  private async approve(batch: BatchRow, { decidedAt, decidedBy }: MatterDecided): Promise<void> {
    const at = new Date(decidedAt);
    const { disposalWaitingDays } = await this.settings.current();
    const executableOn = addDays(localDateAt(at), disposalWaitingDays);
    await this.batches.decide(batch.id, { at, name: `${decidedBy.title} ${decidedBy.name}`, executableOn });
    await this.items.approve(batch.id);
    const items = (await this.items.of(batch.id)).filter(({ state }) => state === 'approved');
    await this.extend.run(
      items.filter(({ measure }) => measure === 'extend'),
      { at, by: decidedBy.staffNo },
    );
    if (items.every(({ measure }) => measure === 'extend')) await this.batches.finish(batch.id, at);
    this.note(batch.id, 'records.disposal-decided', { document: batch.documentId, executableOn });
  }

  private async differs(batch: BatchRow): Promise<void> {
    await this.batches.withdraw(batch.id);
    this.note(batch.id, 'records.disposal-decision-differs', { document: batch.documentId });
  }

  private note(id: string, kind: string, facts: Record<string, unknown>): void {
    this.ledger.record({ subject: { kind: 'disposal-batch', id }, kind, actor: SYSTEM, facts });
  }
}
