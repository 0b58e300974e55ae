import { Injectable } from '@nestjs/common';
import { type LocalDate, canonicalBytes, localDateAt, sha256Hex } from '@fubako/kernel';
import { Definitions } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { proposalText } from '../../core/definitions/proposal-text';
import { type DefinitionDraftRow, DefinitionDraftRows } from '../../data/definitions/definition-draft-rows';
import { refuse } from '../../errors';
import { ProposalMatter } from '../proposal-matter';
import { SubmitDocument } from '../submit-document';
import { DefinitionDesk } from './definition-desk';
import { ensureDefinitionKeeper } from './definition-rights';

/** 事案の種類: one of its own, or 庁内の伺い. */
const MATTER_TYPES = ['definition', 'internal'] as const;

export interface DefinitionProposal {
  readonly revision: number;
  readonly validFrom: LocalDate;
}

/** 公布 is a decision (FORM-4): an ordinary matter that shows what changes; while it is under way the draft stays as it is. */
@Injectable()
export class ProposeDefinition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DefinitionDesk,
    private readonly drafts: DefinitionDraftRows,
    private readonly definitions: Definitions,
    private readonly matter: ProposalMatter,
    private readonly submit: SubmitDocument,
  ) {}

  /**
   * @throws DomainError what the desk refuses, approvals.definition-day-is-past, approvals.definition-out-of-order,
   * approvals.definition-same, approvals.definition-has-faults, and what drafting and submitting refuse
   */
  run(id: number, actor: Actor, { revision, validFrom }: DefinitionProposal): Promise<void> {
    return this.uow.run(async () => {
      ensureDefinitionKeeper(actor);
      const row = await this.desk.lock(id, revision);
      const today = localDateAt(await this.uow.now());
      if (validFrom < today) throw refuse('approvals.definition-day-is-past', { day: validFrom });
      const last = (await this.all(row)).at(0);
      if (last && last.validFrom > validFrom)
        throw refuse('approvals.definition-out-of-order', { day: last.validFrom });
      const { subject, body } = await this.words(row, validFrom);
      const fitted = await this.matter.fit(MATTER_TYPES, { subject, body, effectiveOn: validFrom });
      const { documentId, version } = await this.matter.draft(actor, fitted);
      const sha256 = sha256Hex(canonicalBytes(row.content));
      const basedOn = last?.version ?? null;
      await this.drafts.propose({ id, basedOn }, { documentId, validFrom, text: body, sha256 });
      await this.submit.run({ actor, documentId, expectedVersion: version, note: null });
      this.desk.tell(row, 'proposed', {
        actor,
        facts: { draft: id, document: documentId, validFrom, content: sha256, basedOn },
      });
    });
  }

  /** Versions of this definition, newest first. */
  private async all({ kind, code }: DefinitionDraftRow) {
    return (await this.definitions.all()).filter((one) => one.kind === kind && one.code === code);
  }

  private async words(row: DefinitionDraftRow, day: LocalDate) {
    const { kind, code, content, note } = row;
    const on = { day, language: 'ja' } as const;
    const keeper = this.desk.keeperOf(kind);
    const newest = await this.desk.newest(row);
    const changes = await keeper.changes(newest?.content ?? null, content, on);
    if (changes.length === 0) throw refuse('approvals.definition-same', {});
    const errors = (await keeper.faults(code, content, on)).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw refuse('approvals.definition-has-faults', { faults: errors });
    const openDocuments = (await this.all(row)).reduce((sum, version) => sum + version.openDocuments, 0);
    const sha256 = sha256Hex(canonicalBytes(content));
    return proposalText({
      kind,
      code,
      name: keeper.nameOf(content),
      basedOn: newest?.version ?? null,
      note,
      validFrom: day,
      changes,
      openDocuments,
      sha256,
    });
  }
}
