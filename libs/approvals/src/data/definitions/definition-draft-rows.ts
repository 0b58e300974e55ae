import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import type { DefinitionKind } from '@fubako/documents';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { Proposal } from '../rule-set-rows';

/** A form or a matter type as it is to become. */
export interface DefinitionDraftRow {
  readonly id: number;
  readonly kind: DefinitionKind;
  readonly code: string;
  readonly state: 'draft' | 'published';
  /** The version that it is compared with; null: there is none yet. */
  readonly basedOn: number | null;
  readonly content: unknown;
  readonly revision: number;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly createdByName: string;
  /** The decision on it, when there is or was one. */
  readonly documentId: string | null;
  readonly proposedFrom: LocalDate | null;
  /** Why a decision published nothing. */
  readonly proposalFault: 'differs' | 'has-faults' | null;
  readonly version: number | null;
  /** Whether the decision is still on its way: the draft stays as it is. */
  readonly underDecision: boolean;
}

export interface ProposedDefinition extends DefinitionDraftRow {
  readonly proposed: Omit<Proposal, 'documentId'>;
}

export interface NewDefinitionDraft extends Pick<DefinitionDraftRow, 'kind' | 'code' | 'basedOn' | 'content' | 'note'> {
  readonly by: { readonly staffNo: string; readonly name: string };
  readonly at: Date;
}

const COLUMNS = sql`s.id, s.kind, s.code, s.state, s.based_on as "basedOn", s.content, s.revision, s.note, s.created_at as "createdAt",
  s.created_by_name as "createdByName", s.document_id as "documentId", s.proposed_from as "proposedFrom",
  s.proposal_fault as "proposalFault", s.version,
  exists (select from documents.document d where d.id = s.document_id and d.state in ('drafting', 'circulating', 'returned', 'pulled_back')) as "underDecision"`;

/**
 * Drafts of definitions: one of each at a time, kept until they are published or thrown away. Read as the office, since whether a
 * draft is under decision does not depend on who may read the decision.
 */
@Injectable()
export class DefinitionDraftRows {
  constructor(private readonly uow: UnitOfWork) {}

  open(): Promise<DefinitionDraftRow[]> {
    return this.uow.rows<DefinitionDraftRow>(
      asOffice(sql`select ${COLUMNS} from approvals.definition_draft s where s.state = 'draft' order by s.id`),
    );
  }

  find(id: number): Promise<DefinitionDraftRow | null> {
    return this.uow.maybe<DefinitionDraftRow>(
      asOffice(sql`select ${COLUMNS} from approvals.definition_draft s where s.id = ${id}`),
    );
  }

  /** Those that a document proposes, or proposed. */
  ofDocument(documentId: string): Promise<DefinitionDraftRow[]> {
    return this.uow.rows<DefinitionDraftRow>(
      asOffice(
        sql`select ${COLUMNS} from approvals.definition_draft s where s.document_id = ${documentId} order by s.id`,
      ),
    );
  }

  lock(id: number): Promise<DefinitionDraftRow | null> {
    return this.uow.maybe<DefinitionDraftRow>(
      asOffice(sql`select ${COLUMNS} from approvals.definition_draft s where s.id = ${id} for update of s`),
    );
  }

  openOf(kind: DefinitionKind, code: string): Promise<DefinitionDraftRow | null> {
    return this.uow.maybe<DefinitionDraftRow>(
      asOffice(
        sql`select ${COLUMNS} from approvals.definition_draft s where s.kind = ${kind} and s.code = ${code} and s.state = 'draft'`,
      ),
    );
  }

  /** The drafts that were published as a version, with the decision: by kind, code and version. */
  async decisions(kind: DefinitionKind, code: string): Promise<ReadonlyMap<number, string>> {
    const rows = await this.uow.rows<{ version: number; documentId: string }>(sql`
      select version, document_id as "documentId" from approvals.definition_draft
      where kind = ${kind} and code = ${code} and state = 'published'`);
    return new Map(rows.map(({ version, documentId }) => [version, documentId]));
  }

  /** @returns the id; null when there is a draft of it already */
  async begin({ kind, code, basedOn, content, note, by, at }: NewDefinitionDraft): Promise<number | null> {
    const row = await this.uow.maybe<{ id: number }>(sql`
      insert into approvals.definition_draft (kind, code, based_on, content, note, created_at, created_by, created_by_name)
      values (${kind}, ${code}, ${basedOn}, ${JSON.stringify(content)}::jsonb, ${note}, ${at}, ${by.staffNo}, ${by.name})
      on conflict (kind, code) where state = 'draft' do nothing returning id`);
    return row?.id ?? null;
  }

  async write(id: number, content: unknown, note: string | null): Promise<void> {
    await this.uow.change(sql`
      update approvals.definition_draft set content = ${JSON.stringify(content)}::jsonb, note = ${note}, revision = revision + 1
      where id = ${id} and state = 'draft'`);
  }

  async propose(
    { id, basedOn }: { readonly id: number; readonly basedOn: number | null },
    { documentId, validFrom, text, sha256 }: Proposal,
  ): Promise<void> {
    await this.uow.change(sql`
      update approvals.definition_draft set document_id = ${documentId}, proposed_from = ${validFrom}, proposed_text = ${text},
        proposed_sha256 = ${sha256}, proposal_fault = null, based_on = ${basedOn}, revision = revision + 1
      where id = ${id} and state = 'draft'`);
  }

  /** The drafts that these documents propose, locked. */
  async ofDecisions(documentIds: readonly string[]): Promise<ProposedDefinition[]> {
    const rows = await this.uow.rows<
      DefinitionDraftRow & { text: string; sha256: string; proposedFrom: LocalDate }
    >(sql`
      select ${COLUMNS}, s.proposed_text as text, s.proposed_sha256 as sha256
      from approvals.definition_draft s
      where s.document_id = any(${documentIds}::uuid[]) and s.state = 'draft' order by s.id for update of s`);
    return rows.map(({ text, sha256, ...row }) => ({
      ...row,
      proposed: { validFrom: row.proposedFrom, text, sha256 },
    }));
  }

  async keepFault(id: number, fault: NonNullable<DefinitionDraftRow['proposalFault']>): Promise<void> {
    await this.uow.change(sql`
      update approvals.definition_draft set proposal_fault = ${fault}, revision = revision + 1 where id = ${id} and state = 'draft'`);
  }

  async publish(
    id: number,
    version: number,
    {
      validFrom,
      at,
      by,
    }: { readonly validFrom: LocalDate; readonly at: Date; readonly by: { staffNo: string; name: string } },
  ): Promise<void> {
    await this.uow.change(sql`
      update approvals.definition_draft set state = 'published', version = ${version}, valid_from = ${validFrom},
        proposal_fault = null, published_at = ${at}, published_by = ${by.staffNo}, published_by_name = ${by.name}, revision = revision + 1
      where id = ${id} and state = 'draft'`);
  }

  async discard(id: number): Promise<void> {
    await this.uow.change(sql`delete from approvals.definition_draft where id = ${id} and state = 'draft'`);
  }
}
