import { Injectable } from '@nestjs/common';
import type { DocumentCard, FrozenRevision } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import { participantsInformed } from '../events';
import type { DefinitionVersions } from './route-facts-reader';

export interface Submission extends DefinitionVersions {
  readonly revision: FrozenRevision;
  readonly number: string;
  readonly round: number;
  /** 職員番号 of those whose acts of an earlier round stand. */
  readonly standing: readonly string[];
}

/** Records a submission and tells those whose acts stand that something has changed since (RULE-33). */
@Injectable()
export class SubmissionNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  async tell(card: DocumentCard, facts: Submission): Promise<void> {
    const { id, title, drafter, unit } = card;
    this.ledger.record({
      subject: { kind: 'document', id },
      kind: 'approvals.submitted',
      actor: drafter.staffNo,
      facts: {
        round: facts.round,
        revision: facts.revision.no,
        content: facts.revision.digest.toString('hex'),
        ruleSet: facts.ruleSetId,
        settings: facts.settingsVersion,
        matterType: `${card.matterType}@${card.matterTypeVersion}`,
        number: facts.number,
      },
    });
    const staffNos = [...new Set(facts.standing)];
    if (staffNos.length === 0) return;
    const by = { staffNo: drafter.staffNo, name: drafter.name, title: `${unit.name} ${drafter.postTitle}` };
    const payload = { documentId: id, title, code: 'resubmitted' as const, staffNos, recordsOffice: false, by };
    await this.bus.publishAll(participantsInformed, [{ subject: id, payload }]);
  }
}
