import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { CreateDraft, DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { tableDigest } from '../core/table-difference';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { SubmitDocument } from './submit-document';
import { TableProposal } from './table-proposal';

/** 事案の種類, the first that the municipality has: one of its own, or 例規の制定改廃 as 訓令. */
const MATTER_TYPES = ['delegation_rule', 'regulation'] as const;

/** 専決規程の決裁 (RULES-4): an ordinary matter that shows what changes; while it is under way the draft stays as it is. */
@Injectable()
export class ProposeDelegationTable {
  constructor(
    private readonly sets: RuleSetRows,
    private readonly proposal: TableProposal,
    private readonly create: CreateDraft,
    private readonly submit: SubmitDocument,
    private readonly reading: DocumentReading,
    private readonly ledger: Ledger,
  ) {}

  /** @param row a free draft, locked. @throws DomainError what drafting and submission refuse */
  async run(row: RuleSetRow, actor: Actor, validFrom: LocalDate): Promise<void> {
    const { subject, text } = await this.proposal.of(row, actor, validFrom);
    const { matterType, fields } = await this.fit({ subject, body: text, effectiveOn: validFrom });
    const documentId = await this.create.run({ actor, matterType, fields });
    const sha256 = tableDigest(await this.sets.rules(row.id));
    await this.sets.propose(row.id, { documentId, validFrom, text, sha256 });
    const [card] = await this.reading.cards([documentId]);
    await this.submit.run({ actor, documentId, expectedVersion: card?.version ?? 1, note: null });
    this.ledger.record({
      subject: { kind: 'delegation-table', id: String(row.id) },
      kind: 'approvals.table-proposed',
      actor: actor.staffNo,
      facts: { document: documentId, validFrom, content: sha256, basedOn: row.basedOn },
    });
  }

  /** The fields that the form of the municipality has. */
  private async fit(all: { readonly subject: string; readonly body: string; readonly effectiveOn: string }) {
    for (const matterType of MATTER_TYPES) {
      const form = await this.reading.formInForce(matterType);
      if (!form) continue;
      const known = Object.entries({ ...all, kind: '訓令' }).filter(([name]) => form.properties?.[name] !== undefined);
      return { matterType, fields: Object.fromEntries(known) };
    }
    return { matterType: MATTER_TYPES[0], fields: { ...all } };
  }
}
