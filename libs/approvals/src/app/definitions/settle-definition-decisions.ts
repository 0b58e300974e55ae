import { Injectable } from '@nestjs/common';
import { type LocalDate, canonicalBytes, localDateAt, sha256Hex } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { effectiveFrom, saysProposed } from '../../core/proposal';
import { DefinitionDraftRows, type ProposedDefinition } from '../../data/definitions/definition-draft-rows';
import type { MatterDecided } from '../../events';
import { DefinitionDesk } from './definition-desk';

type ProposalFault = NonNullable<ProposedDefinition['proposalFault']>;

/** What a decision does to the draft it is about; in the unit of the decision. One that was ended otherwise leaves it free (FORM-4). */
@Injectable()
export class SettleDefinitionDecisions {
  constructor(
    private readonly desk: DefinitionDesk,
    private readonly drafts: DefinitionDraftRows,
    private readonly documents: DocumentReading,
  ) {}

  async decided(matters: readonly MatterDecided[]): Promise<void> {
    const rows = await this.drafts.ofDecisions(matters.map(({ documentId }) => documentId));
    for (const row of rows) {
      const matter = matters.find(({ documentId }) => documentId === row.documentId);
      if (matter) await this.settle(row, matter);
    }
  }

  private async settle(row: ProposedDefinition, { documentId, decidedAt, decidedBy }: MatterDecided): Promise<void> {
    const at = new Date(decidedAt);
    const validFrom = effectiveFrom(row.proposed.validFrom, localDateAt(at));
    const fault = await this.faultOf(row, validFrom);
    if (fault === null) {
      const version = await this.desk.keeperOf(row.kind).add(row.code, row.content, validFrom);
      await this.drafts.publish(row.id, version, { validFrom, at, by: decidedBy });
      const facts = { draft: row.id, version, validFrom, content: row.proposed.sha256, document: documentId };
      this.desk.tell(row, 'published', { actor: decidedBy, facts });
    } else {
      await this.drafts.keepFault(row.id, fault);
      const facts = { draft: row.id, document: documentId, fault };
      this.desk.tell(row, 'decision-without-effect', { actor: { staffNo: 'system:approvals' }, facts });
    }
  }

  /** Another text, another content or another version before it was decided than what was proposed; or what stands around has changed. */
  private async faultOf(row: ProposedDefinition, day: LocalDate): Promise<ProposalFault | null> {
    const { kind, code, content, basedOn, proposed } = row;
    const [card] = await this.documents.cards([row.documentId ?? '']);
    if (!saysProposed(card?.fields ?? {}, proposed)) return 'differs';
    if (sha256Hex(canonicalBytes(content)) !== proposed.sha256) return 'differs';
    if (((await this.desk.newest(row))?.version ?? null) !== basedOn) return 'differs';
    const faults = await this.desk.keeperOf(kind).faults(code, content, { day, language: 'ja' });
    return faults.some(({ severity }) => severity === 'error') ? 'has-faults' : null;
  }
}
