import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { effectiveFrom, saysProposed } from '../core/proposal';
import { tableDigest } from '../core/table-difference';
import { type ProposedSetRow, RuleSetRows } from '../data/rule-set-rows';
import type { MatterDecided } from '../events';
import { EnactTable } from './enact-table';

type ProposalFault = 'differs' | 'has-faults';

/** What a decision does to the table it is about; in the unit of the decision. One that was ended otherwise leaves the draft free. */
@Injectable()
export class SettleTableDecisions {
  constructor(
    private readonly sets: RuleSetRows,
    private readonly documents: DocumentReading,
    private readonly enact: EnactTable,
    private readonly ledger: Ledger,
  ) {}

  /** 公布, from the day that was decided or from the decision, whichever is later. */
  async decided(matters: readonly MatterDecided[]): Promise<void> {
    const tables = await this.sets.ofDecisions(matters.map(({ documentId }) => documentId));
    for (const { proposed, ...row } of tables) {
      const matter = matters.find(({ documentId }) => documentId === row.documentId);
      if (!matter || row.state !== 'draft') continue;
      const at = new Date(matter.decidedAt);
      const validFrom = effectiveFrom(proposed.validFrom, localDateAt(at));
      const fault = await this.faultOf({ ...row, proposed }, validFrom);
      if (fault === null) await this.enact.run(row, { validFrom, at, by: matter.decidedBy });
      else await this.leave(row.id, matter.documentId, fault);
    }
  }

  /** Another text or another table was decided than what was proposed, or the organisation has become another. */
  private async faultOf(
    { id, documentId, proposed }: ProposedSetRow,
    day: Parameters<EnactTable['errors']>[1],
  ): Promise<ProposalFault | null> {
    const [card] = await this.documents.cards([documentId ?? '']);
    if (!saysProposed(card?.fields ?? {}, proposed)) return 'differs';
    if (tableDigest(await this.sets.rules(id)) !== proposed.sha256) return 'differs';
    return (await this.enact.errors(id, day)).length === 0 ? null : 'has-faults';
  }

  private async leave(id: number, documentId: string, fault: ProposalFault): Promise<void> {
    await this.sets.keepFault(id, fault);
    this.ledger.record({
      subject: { kind: 'delegation-table', id: String(id) },
      kind: 'approvals.table-decision-without-effect',
      actor: 'system:approvals',
      facts: { document: documentId, fault },
    });
  }
}
