import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { tableDigest } from '../core/table-difference';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { SubmitDocument } from './submit-document';
import { TableMatter } from './table-matter';
import { TableProposal } from './table-proposal';

/** 専決規程の決裁 (RULES-4): an ordinary matter that shows what changes; while it is under way the draft stays as it is. */
@Injectable()
export class ProposeDelegationTable {
  constructor(
    private readonly sets: RuleSetRows,
    private readonly proposal: TableProposal,
    private readonly matter: TableMatter,
    private readonly submit: SubmitDocument,
    private readonly ledger: Ledger,
  ) {}

  /** @param row a free draft, locked. @throws DomainError what drafting and submission refuse */
  async run(row: RuleSetRow, actor: Actor, validFrom: LocalDate): Promise<void> {
    const { subject, text } = await this.proposal.of(row, actor, validFrom);
    const { documentId, version } = await this.matter.draft(actor, { subject, body: text, effectiveOn: validFrom });
    const sha256 = tableDigest(await this.sets.rules(row.id));
    await this.sets.propose(row.id, { documentId, validFrom, text, sha256 });
    await this.submit.run({ actor, documentId, expectedVersion: version, note: null });
    this.ledger.record({
      subject: { kind: 'delegation-table', id: String(row.id) },
      kind: 'approvals.table-proposed',
      actor: actor.staffNo,
      facts: { document: documentId, validFrom, content: sha256, basedOn: row.basedOn },
    });
  }
}
