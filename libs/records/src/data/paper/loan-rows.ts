import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';

export interface LoanRow {
  readonly id: string;
  readonly fileId: string;
  readonly fileTitle: string;
  readonly fiscalYear: number;
  readonly classCode: string;
  readonly volume: number;
  readonly fileSection: string;
  readonly purpose: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly dueOn: LocalDate;
  readonly lentAt: Date | null;
  readonly lentByName: string | null;
  readonly refusedAt: Date | null;
  readonly refusal: string | null;
  readonly returnedAt: Date | null;
  readonly returnedToName: string | null;
  readonly remindedOn: LocalDate | null;
  readonly place: string | null;
}

export interface NewLoan {
  readonly id: string;
  readonly fileId: string;
  readonly purpose: string;
  readonly dueOn: LocalDate;
  readonly by: string;
  readonly name: string;
  readonly sectionCode: string;
  readonly sectionName: string;
}

const COLUMNS = sql`l.id, l.file_id as "fileId", f.title as "fileTitle", f.fiscal_year as "fiscalYear", f.class_code as "classCode",
  f.volume, f.section_code as "fileSection", l.purpose, l.requested_at as "requestedAt", l.requested_by as "requestedBy",
  l.requested_by_name as "requestedByName", l.section_code as "sectionCode", l.section_name as "sectionName", l.due_on as "dueOn",
  l.lent_at as "lentAt", l.lent_by_name as "lentByName", l.refused_at as "refusedAt", l.refusal, l.returned_at as "returnedAt",
  l.returned_to_name as "returnedToName", l.reminded_on as "remindedOn",
  (select coalesce(p.place_code, p.note) from records.file_place p where p.file_id = f.id and p.until is null) as place`;

/** 貸出簿 */
@Injectable()
export class LoanRows {
  constructor(private readonly uow: UnitOfWork) {}

  async add({ id, fileId, purpose, dueOn, by, name, sectionCode, sectionName }: NewLoan, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into records.loan (id, file_id, purpose, requested_at, requested_by, requested_by_name, section_code, section_name, due_on)
      values (${id}, ${fileId}, ${purpose}, ${at}, ${by}, ${name}, ${sectionCode}, ${sectionName}, ${dueOn})`);
  }

  /** Locked until the unit ends. */
  async lock(id: string): Promise<LoanRow | null> {
    await this.uow.rows(sql`select from records.loan where id = ${id} for update`);
    return this.uow.maybe<LoanRow>(sql`
      select ${COLUMNS} from records.loan l join records.record_file f on f.id = l.file_id where l.id = ${id}`);
  }

  async lend(id: string, who: { by: string; name: string }, at: Date): Promise<void> {
    await this.uow.change(
      sql`update records.loan set lent_at = ${at}, lent_by = ${who.by}, lent_by_name = ${who.name} where id = ${id}`,
    );
  }

  async refuse(id: string, { by, reason }: { by: string; reason: string }, at: Date): Promise<void> {
    await this.uow.change(
      sql`update records.loan set refused_at = ${at}, refused_by = ${by}, refusal = ${reason} where id = ${id}`,
    );
  }

  async giveBack(id: string, who: { by: string; name: string }, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.loan set returned_at = ${at}, returned_to = ${who.by}, returned_to_name = ${who.name} where id = ${id}`);
  }

  /** What is asked for and what is out, first by its day; with `all`, what came back too. */
  list(condition: Sql, { all, limit }: { all: boolean; limit: number }): Promise<LoanRow[]> {
    return this.uow.rows<LoanRow>(sql`
      select ${COLUMNS} from records.loan l join records.record_file f on f.id = l.file_id
      where (${condition}) and (${all} or (l.returned_at is null and l.refused_at is null))
      order by (l.returned_at is null and l.refused_at is null) desc, l.due_on, l.requested_at limit ${limit}`);
  }

  of(fileId: string): Promise<LoanRow[]> {
    return this.uow.rows<LoanRow>(sql`
      select ${COLUMNS} from records.loan l join records.record_file f on f.id = l.file_id
      where l.file_id = ${fileId} order by l.requested_at desc, l.id desc limit 50`);
  }

  /** Files of these that are out. */
  async out(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      select file_id as id from records.loan where file_id = any(${fileIds}::uuid[]) and lent_at is not null and returned_at is null`);
    return new Set(rows.map(({ id }) => id));
  }

  overdue(today: LocalDate): Promise<LoanRow[]> {
    return this.uow.rows<LoanRow>(sql`
      select ${COLUMNS} from records.loan l join records.record_file f on f.id = l.file_id
      where l.returned_at is null and l.refused_at is null and l.lent_at is not null and l.due_on < ${today} order by l.due_on, l.id
      for update of l skip locked`);
  }

  async reminded(ids: readonly string[], today: LocalDate): Promise<void> {
    await this.uow.change(sql`update records.loan set reminded_on = ${today} where id = any(${ids}::uuid[])`);
  }
}
