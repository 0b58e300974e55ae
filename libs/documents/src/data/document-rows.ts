import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type DocumentAttributes, type DocumentState, EDITABLE_STATES } from '../core/states';
import type { DocumentRow } from './document.row';
import type { MatterTypeRef } from './matter-type-rows';
import { matterTypesOn } from './matter-types-on';

export interface NewDocument {
  readonly id: string;
  readonly matterType: MatterTypeRef;
  readonly form: { readonly name: string; readonly version: number };
  readonly content: EditedContent;
  readonly drafter: {
    readonly staffNo: string;
    readonly name: string;
    readonly postCode: string;
    readonly postTitle: string;
  };
  readonly unit: { readonly code: string; readonly name: string };
  readonly section: { readonly code: string; readonly name: string; readonly symbol: string };
  readonly at: Date;
}

export interface EditedContent {
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amount: number | null;
  readonly attributes: DocumentAttributes;
}

export interface StateMove {
  readonly documentId: string;
  readonly from: DocumentState;
  readonly to: DocumentState;
  /** Who moves it and why: stands on the numbers that become void with it (RULE-52). */
  readonly by: string;
  readonly reason: string | null;
}

@Injectable()
export class DocumentRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(document: NewDocument): Promise<void> {
    const { content, drafter, unit, section } = document;
    const { attributes: a } = content;
    await this.uow.change(sql`
      insert into documents.document (id, matter_type, matter_type_version, form_name, form_version, title, fields, amount,
        class_code, disclosure_class, disclosure_reason, confidentiality, confidential_until, urgent, urgency_reason, due_on, escalations,
        medium, paper_reason, paper_note, paper_attachments, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title,
        unit_code, unit_name, section_code, section_name, symbol, drafted_at, updated_at)
      values (${document.id}, ${document.matterType.code}, ${document.matterType.version}, ${document.form.name}, ${document.form.version}, ${content.title},
        ${JSON.stringify(content.fields)}, ${content.amount},
        ${a.classCode}, ${a.disclosureClass}, ${a.disclosureReason}, ${a.confidentiality}, ${a.confidentialUntil}, ${a.urgent}, ${a.urgencyReason}, ${a.dueOn}, ${a.escalations},
        ${a.medium}, ${a.paperReason}, ${a.paperNote}, ${a.paperAttachments}, ${drafter.staffNo}, ${drafter.name}, ${drafter.postCode}, ${drafter.postTitle},
        ${unit.code}, ${unit.name}, ${section.code}, ${section.name}, ${section.symbol}, ${document.at}, ${document.at})`);
  }

  find(id: string): Promise<DocumentRow | null> {
    return this.uow.maybe<DocumentRow>(sql`select d.* from documents.document d where d.id = ${id}`);
  }

  /** Locks the document for the rest of the unit: the first lock of every writer (reliability 4.2). */
  lock(id: string): Promise<DocumentRow | null> {
    return this.uow.maybe<DocumentRow>(sql`select d.* from documents.document d where d.id = ${id} for update`);
  }

  /** With everybody who holds or held a seat, so that asking who may read costs no second round trip. */
  findWithParticipants(id: string): Promise<(DocumentRow & { readonly participants: readonly string[] }) | null> {
    return this.uow.maybe(sql`
      select d.*, array(select p.staff_no from documents.participant p where p.document_id = d.id) as participants
      from documents.document d where d.id = ${id}`);
  }

  async seats(id: string): Promise<string[]> {
    const rows = await this.uow.rows<{ staff_no: string }>(
      sql`select staff_no from documents.participant where document_id = ${id}`,
    );
    return rows.map(({ staff_no }) => staff_no);
  }

  /** @returns whether the version still held */
  async edit(
    { id, version }: { id: string; version: number },
    content: EditedContent,
    { at, while: states = EDITABLE_STATES }: { at: Date; while?: readonly DocumentState[] },
  ): Promise<boolean> {
    const { attributes: a } = content;
    const changed = await this.uow.change(sql`
      update documents.document set version = version + 1, updated_at = ${at},
        title = ${content.title}, fields = ${JSON.stringify(content.fields)}, amount = ${content.amount},
        class_code = ${a.classCode}, disclosure_class = ${a.disclosureClass}, disclosure_reason = ${a.disclosureReason},
        confidentiality = ${a.confidentiality}, confidential_until = ${a.confidentialUntil}, urgent = ${a.urgent}, urgency_reason = ${a.urgencyReason}, due_on = ${a.dueOn}, escalations = ${a.escalations},
        medium = ${a.medium}, paper_reason = ${a.paperReason}, paper_note = ${a.paperNote}, paper_attachments = ${a.paperAttachments}
      where id = ${id} and version = ${version} and state = any(${states})`);
    return changed === 1;
  }

  /** What is submitted for the first time keeps the version of its type that is in force on that day (RULE-104). */
  async keepTypeInForce(id: string, day: LocalDate): Promise<number | null> {
    const row = await this.uow.maybe<{ version: number }>(sql`
      update documents.document d set matter_type_version = t.version from (${matterTypesOn(day)}) t
      where d.id = ${id} and t.code = d.matter_type and t.version <> d.matter_type_version returning t.version`);
    return row?.version ?? null;
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.uow.change(
      sql`update documents.document set version = version + 1, updated_at = ${at} where id = ${id}`,
    );
  }

  async freeze(id: string, revision: { no: number; digest: Buffer; draftNumber: string; at: Date }): Promise<void> {
    await this.uow.change(sql`
      update documents.document set version = version + 1, revision_no = ${revision.no}, content_digest = ${revision.digest},
        draft_number = coalesce(draft_number, ${revision.draftNumber}), submitted_at = coalesce(submitted_at, ${revision.at}), updated_at = ${revision.at}
      where id = ${id}`);
  }

  /** Moves documents that are in `from`, as their locks have shown; the unit fails when one is not. */
  move(moves: readonly StateMove[], at: Date): void {
    this.uow.send(
      sql`
      update documents.document d set state = m.target, version = version + 1, updated_at = ${at},
        decided_at = case when m.target = 'decided' and m.source <> 'executed' then ${at}::timestamptz else d.decided_at end,
        executed_at = case when m.target = 'executed' then ${at}::timestamptz when m.target = 'decided' then null else d.executed_at end
      from unnest(${moves.map((m) => m.documentId)}::uuid[], ${moves.map((m) => m.from)}::text[], ${moves.map((m) => m.to)}::text[])
        as m(id, source, target)
      where d.id = m.id and d.state = m.source`,
      moves.length,
    );
  }

  async setDispatchNumbers(numbers: readonly { documentId: string; text: string }[]): Promise<void> {
    await this.uow.change(sql`
      update documents.document d set dispatch_number = n.text
      from unnest(${numbers.map((n) => n.documentId)}::uuid[], ${numbers.map((n) => n.text)}::text[]) as n(id, text)
      where d.id = n.id and d.dispatch_number is null`);
  }

  /** After numbers became void: the number on the document is its first that stands, or none. */
  async renewDispatchNumbers(ids: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      update documents.document d set dispatch_number = (
        select n.text from documents.issued_number n join documents.number_series s on s.code = n.series_code
        where n.document_id = d.id and n.voided_at is null and s.kind <> 'draft' order by n.issued_at, n.serial, n.branch limit 1)
      where d.id = any(${ids}::uuid[])`);
  }

  /** 施行不要, or no longer so (null). */
  async waiveExecution(id: string, waivedAt: Date | null, at: Date): Promise<void> {
    await this.uow.change(sql`
      update documents.document set execution_waived_at = ${waivedAt}, version = version + 1, updated_at = ${at}
      where id = ${id} and state = 'decided'`);
  }

  /** 完結: fixes the day from which retention is reckoned (RULE-81). */
  async close(id: string, closedOn: string, at: Date): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update documents.document set state = 'closed', closed_on = ${closedOn}, version = version + 1, updated_at = ${at}
      where id = ${id} and state in ('decided', 'executed')`);
    return changed === 1;
  }

  /** Who may read for good; whoever was only foreseen stays then. */
  addParticipants(pairs: readonly Reader[], at: Date): void {
    if (pairs.length === 0) return;
    this.uow.send(sql`
      insert into documents.participant as known (document_id, staff_no, since)
      select distinct p.document_id, p.staff_no, ${at}::timestamptz
      from unnest(${pairs.map((p) => p.documentId)}::uuid[], ${pairs.map((p) => p.staffNo)}::text[]) as p(document_id, staff_no)
      on conflict (staff_no, document_id) do update set foreseen = false where known.foreseen`);
  }

  /** Who may read as long as the route is what it is: exactly `pairs` of these documents. */
  foreseeParticipants(documentIds: readonly string[], pairs: readonly Reader[], at: Date): void {
    if (documentIds.length === 0) return;
    this.uow.send(sql`
      with wanted as (select distinct p.document_id, p.staff_no
          from unnest(${pairs.map((p) => p.documentId)}::uuid[], ${pairs.map((p) => p.staffNo)}::text[]) as p(document_id, staff_no)),
        gone as (delete from documents.participant old
          where old.foreseen and old.document_id = any(${documentIds}::uuid[])
            and not exists (select from wanted w where w.document_id = old.document_id and w.staff_no = old.staff_no)
          returning old.document_id, old.staff_no, old.since),
        former as (insert into documents.former_participant (document_id, staff_no, since, until)
          select document_id, staff_no, since, ${at} from gone where since < ${at})
      insert into documents.participant (document_id, staff_no, since, foreseen)
      select document_id, staff_no, ${at}::timestamptz, true from wanted on conflict do nothing`);
  }
}

export interface Reader {
  readonly documentId: string;
  readonly staffNo: string;
}
