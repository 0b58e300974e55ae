import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { Step } from '../../core/disposal/steps';

/** 廃棄・移管の評価 of what has expired in a section. */
export interface BatchRow {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly no: number;
  readonly step: Step;
  readonly version: number;
  readonly listedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly submittedName: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedName: string | null;
  readonly returnedReason: string | null;
  readonly opinionDueOn: LocalDate | null;
  readonly opinion: string | null;
  readonly opinedAt: Date | null;
  readonly opinedName: string | null;
  readonly documentId: string | null;
  readonly proposedBy: string | null;
  readonly contentDigest: Buffer | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly executableOn: LocalDate | null;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly confirmedName: string | null;
  readonly confirmedCount: number | null;
  readonly startedAt: Date | null;
  readonly startedBy: string | null;
  readonly startedName: string | null;
  readonly finishedAt: Date | null;
}

const COLUMNS = sql`b.id, b.fiscal_year as "fiscalYear", b.section_code as "sectionCode", b.section_name as "sectionName", b.no, b.step, b.version,
  b.listed_at as "listedAt", b.submitted_at as "submittedAt", b.submitted_by as "submittedBy", b.submitted_name as "submittedName",
  b.reviewed_at as "reviewedAt", b.reviewed_by as "reviewedBy", b.reviewed_name as "reviewedName", b.returned_reason as "returnedReason",
  b.opinion_due_on as "opinionDueOn", b.opinion, b.opined_at as "opinedAt", b.opined_name as "opinedName",
  b.document_id as "documentId", b.proposed_by as "proposedBy", b.content_digest as "contentDigest", b.decided_at as "decidedAt",
  b.decided_by_name as "decidedByName", b.executable_on as "executableOn", b.confirmed_at as "confirmedAt", b.confirmed_by as "confirmedBy",
  b.confirmed_name as "confirmedName", b.confirmed_count as "confirmedCount", b.started_at as "startedAt", b.started_by as "startedBy",
  b.started_name as "startedName", b.finished_at as "finishedAt"`;

export interface Section {
  readonly code: string;
  readonly name: string;
}

/** Whoever acts, as the batch remembers them. */
export interface By {
  readonly staffNo: string;
  readonly name: string;
  readonly at: Date;
}

@Injectable()
export class BatchRows {
  constructor(private readonly uow: UnitOfWork) {}

  find(id: string): Promise<BatchRow | null> {
    return this.uow.maybe<BatchRow>(sql`select ${COLUMNS} from records.disposal_batch b where b.id = ${id}`);
  }

  /** As the office: whoever may look at it hears why they may not go on. */
  lock(id: string): Promise<BatchRow | null> {
    return this.uow.maybe<BatchRow>(
      asOffice(sql`select ${COLUMNS} from records.disposal_batch b where b.id = ${id} for update`),
    );
  }

  /** @returns the batches whose decision these documents are, locked */
  ofDecisions(documentIds: readonly string[]): Promise<BatchRow[]> {
    return this.uow.rows<BatchRow>(sql`
      select ${COLUMNS} from records.disposal_batch b where b.document_id = any(${documentIds}::uuid[]) order by b.id for update`);
  }

  /** Newest first; `where` narrows to what the reader may see. */
  list(where: Sql, limit: number): Promise<BatchRow[]> {
    return this.uow.rows<BatchRow>(sql`
      select ${COLUMNS} from records.disposal_batch b where ${where}
      order by (b.step = 'finished'), b.fiscal_year desc, b.section_code, b.no desc limit ${limit}`);
  }

  /** The batch of the section that is still being assessed, or a new one. @returns its id */
  async openFor(
    section: Section,
    { id, fiscalYear, at }: { id: string; fiscalYear: FiscalYear; at: Date },
  ): Promise<string> {
    await this.uow.change(sql`select pg_advisory_xact_lock(hashtextextended('records.disposal_batch', 0))`);
    const open = await this.uow.maybe<{ id: string }>(sql`
      select id from records.disposal_batch where section_code = ${section.code} and step = 'assessment' and submitted_at is null
      order by fiscal_year desc, no desc limit 1 for update`);
    if (open) return open.id;
    await this.uow.change(sql`
      insert into records.disposal_batch (id, fiscal_year, section_code, section_name, no, listed_at)
      select ${id}::uuid, ${fiscalYear}::int, ${section.code}, ${section.name}, coalesce(max(no), 0) + 1, ${at}::timestamptz
      from records.disposal_batch where fiscal_year = ${fiscalYear} and section_code = ${section.code}`);
    return id;
  }

  submit(id: string, by: By): Promise<void> {
    return this.set(
      id,
      sql`step = 'review', submitted_at = ${by.at}, submitted_by = ${by.staffNo}, submitted_name = ${by.name}, returned_reason = null`,
    );
  }

  sendBack(id: string, reason: string): Promise<void> {
    return this.set(id, sql`step = 'assessment', returned_reason = ${reason}`);
  }

  forward(id: string, by: By, opinionDueOn: LocalDate | null): Promise<void> {
    const step: Step = opinionDueOn === null ? 'decision' : 'consultation';
    return this.set(
      id,
      sql`step = ${step}, opinion_due_on = ${opinionDueOn},
      reviewed_at = ${by.at}, reviewed_by = ${by.staffNo}, reviewed_name = ${by.name}`,
    );
  }

  opine(id: string, by: By, opinion: string): Promise<void> {
    return this.set(
      id,
      sql`step = 'decision', opinion = ${opinion}, opined_at = ${by.at}, opined_by = ${by.staffNo}, opined_name = ${by.name}`,
    );
  }

  propose(id: string, documentId: string, { by, digest }: { by: string; digest: Buffer }): Promise<void> {
    return this.set(id, sql`document_id = ${documentId}, proposed_by = ${by}, content_digest = ${digest}`);
  }

  /** The decision was given up: another one can be drafted. */
  withdraw(id: string): Promise<void> {
    return this.set(id, sql`document_id = null, proposed_by = null, content_digest = null`);
  }

  decide(id: string, { at, name, executableOn }: { at: Date; name: string; executableOn: LocalDate }): Promise<void> {
    return this.set(
      id,
      sql`step = 'execution', decided_at = ${at}, decided_by_name = ${name}, executable_on = ${executableOn}`,
    );
  }

  confirm(id: string, by: By, count: number): Promise<void> {
    return this.set(
      id,
      sql`confirmed_at = ${by.at}, confirmed_by = ${by.staffNo}, confirmed_name = ${by.name}, confirmed_count = ${count}`,
    );
  }

  start(id: string, by: By): Promise<void> {
    return this.set(id, sql`started_at = ${by.at}, started_by = ${by.staffNo}, started_name = ${by.name}`);
  }

  finish(id: string, at: Date): Promise<void> {
    return this.set(id, sql`step = 'finished', finished_at = ${at}`);
  }

  touch(id: string): Promise<void> {
    return this.set(id, sql`no = no`);
  }

  private async set(id: string, changes: Sql): Promise<void> {
    const changed = await this.uow.change(
      sql`update records.disposal_batch b set version = version + 1, ${changes} where b.id = ${id}`,
    );
    if (changed !== 1) throw new Error(`Batch ${id} was locked and is not there.`);
  }
}
