import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { PlanChange, PlanClass } from '../../core/plan/filing-plan';

/** ファイル基準表の版 */
export interface PlanVersionRow {
  readonly id: number;
  readonly state: 'draft' | 'published' | 'withdrawn';
  /** 第n版; null for a draft. */
  readonly version: number | null;
  readonly validFrom: LocalDate | null;
  readonly revision: number;
  readonly note: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly enteredAt: Date | null;
  readonly changes: number;
}

export interface KeptChange extends PlanChange {
  /** What the columns said before; null until the version is in force, and for a new class. */
  readonly was: Partial<PlanClass> | null;
}

/** Who does something to a version, and when. */
export interface PlanAct {
  readonly by: { readonly staffNo: string; readonly name: string };
  readonly at: Date;
}

const COLUMNS = sql`v.id, v.state, v.version, v.valid_from as "validFrom", v.revision, v.note, v.reason, v.created_at as "createdAt",
  v.created_by_name as "createdByName", v.published_at as "publishedAt", v.published_by_name as "publishedByName",
  v.withdrawn_at as "withdrawnAt", v.withdrawn_by_name as "withdrawnByName", v.entered_at as "enteredAt",
  (select count(*)::int from records.plan_change c where c.version_id = v.id) as changes`;

/** Versions of the filing plan: only drafts change, what was published stays. */
@Injectable()
export class PlanVersionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Drafts first, then the newest version. */
  all(): Promise<PlanVersionRow[]> {
    return this.uow.rows<PlanVersionRow>(
      sql`select ${COLUMNS} from records.plan_version v order by v.version desc nulls first, v.id desc`,
    );
  }

  async find(id: number): Promise<PlanVersionRow | null> {
    return mayBeId(id)
      ? this.uow.maybe<PlanVersionRow>(sql`select ${COLUMNS} from records.plan_version v where v.id = ${id}`)
      : null;
  }

  async lock(id: number): Promise<PlanVersionRow | null> {
    return mayBeId(id)
      ? this.uow.maybe<PlanVersionRow>(
          sql`select ${COLUMNS} from records.plan_version v where v.id = ${id} for update of v`,
        )
      : null;
  }

  /** Published, and not in force yet; those alone that begin by `day`, if given. In the order in which they come into force. */
  scheduled(day: LocalDate | null): Promise<PlanVersionRow[]> {
    return this.uow.rows<PlanVersionRow>(sql`
      select ${COLUMNS} from records.plan_version v
      where v.state = 'published' and v.entered_at is null and (${day}::date is null or v.valid_from <= ${day}::date)
      order by v.valid_from, v.version`);
  }

  /** Publishing, withdrawing and coming into force, one after the other until the unit ends. */
  async lockPlan(): Promise<void> {
    await this.uow.rows(sql`select pg_advisory_xact_lock(hashtextextended('records.filing-plan', 0))`);
  }

  changes(id: number): Promise<KeptChange[]> {
    return this.uow.rows<KeptChange>(sql`
      select code, is_new as "isNew", columns, was from records.plan_change where version_id = ${id} order by code collate "C"`);
  }

  async draft(note: string | null, { by, at }: PlanAct): Promise<number> {
    const { id } = await this.uow.one<{ id: number }>(sql`
      insert into records.plan_version (note, created_at, created_by, created_by_name)
      values (${note}, ${at}, ${by.staffNo}, ${by.name}) returning id`);
    return id;
  }

  async touch(id: number): Promise<void> {
    await this.uow.change(sql`update records.plan_version set revision = revision + 1 where id = ${id}`);
  }

  async setNote(id: number, note: string | null): Promise<void> {
    await this.uow.change(sql`update records.plan_version set note = ${note} where id = ${id}`);
  }

  async put(id: number, { code, isNew, columns }: PlanChange): Promise<void> {
    await this.uow.change(sql`
      insert into records.plan_change (version_id, code, is_new, columns) values (${id}, ${code}, ${isNew}, ${JSON.stringify(columns)}::jsonb)
      on conflict (version_id, code) do update set is_new = excluded.is_new, columns = excluded.columns`);
  }

  /** @returns whether there was a change of this class */
  async drop(id: number, code: string): Promise<boolean> {
    const dropped = await this.uow.change(
      sql`delete from records.plan_change where version_id = ${id} and code = ${code}`,
    );
    return dropped === 1;
  }

  async discard(id: number): Promise<void> {
    await this.uow.change(sql`delete from records.plan_version where id = ${id} and state = 'draft'`);
  }

  /** @returns the number of the version */
  async publish(
    id: number,
    { validFrom, reason, by, at }: PlanAct & { validFrom: LocalDate; reason: string },
  ): Promise<number> {
    const { version } = await this.uow.one<{ version: number }>(sql`
      update records.plan_version set state = 'published', valid_from = ${validFrom}, reason = ${reason}, revision = revision + 1,
        published_at = ${at}, published_by = ${by.staffNo}, published_by_name = ${by.name},
        version = (select coalesce(max(version), 0) + 1 from records.plan_version)
      where id = ${id} and state = 'draft' returning version`);
    return version;
  }

  async withdraw(id: number, { by, at }: PlanAct): Promise<void> {
    await this.uow.change(sql`
      update records.plan_version set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_by = ${by.staffNo}, withdrawn_by_name = ${by.name}
      where id = ${id} and state = 'published' and entered_at is null`);
  }

  async enter(id: number, before: readonly { code: string; was: Partial<PlanClass> }[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.plan_change c set was = b.was from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as b(code text, was jsonb)
      where c.version_id = ${id} and c.code = b.code and not c.is_new`);
    await this.uow.change(sql`update records.plan_version set entered_at = ${at} where id = ${id}`);
  }

  /** The first year from `day` on whose files are planned to the last and not yet opened. */
  async confirmedYear(day: LocalDate): Promise<FiscalYear | null> {
    const row = await this.uow.maybe<{ year: FiscalYear }>(sql`
      select fiscal_year as year from records.year_plan
      where confirmed_at is not null and begun_at is null and make_date(fiscal_year, 4, 1) >= ${day} order by fiscal_year limit 1`);
    return row?.year ?? null;
  }
}

const GREATEST_ID = 2_147_483_647;
const mayBeId = (id: number): boolean => Number.isInteger(id) && id >= 1 && id <= GREATEST_ID;
