import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';

export interface ExtensionBatchRow {
  readonly id: string;
  readonly years: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly stoppedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly extended: number;
  readonly refused: number;
}

export type ExtensionBatchHead = Pick<
  ExtensionBatchRow,
  'id' | 'years' | 'reason' | 'askedBy' | 'stoppedAt' | 'finishedAt'
>;

export interface ExtensionItemRow {
  readonly fileId: string;
  readonly title: string;
  /** Null: its reader does not see the file. */
  readonly volume: number | null;
  readonly unitName: string;
  readonly outcome: 'extended' | 'refused' | null;
  readonly code: string | null;
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
}

export interface ItemToExtend {
  readonly fileId: string;
  readonly sectionCode: string;
  readonly state: string;
  readonly expiresOn: LocalDate | null;
}

export interface ItemOutcome {
  readonly fileId: string;
  readonly outcome: 'extended' | 'refused';
  readonly code: string | null;
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
}

const BATCHES = sql`
  select b.id, b.years, b.reason, b.asked_at as "askedAt", b.asked_by as "askedBy", b.asked_by_name as "askedByName",
    b.stopped_at as "stoppedAt", b.finished_at as "finishedAt", i.total::int, i.extended::int, i.refused::int
  from records.extension_batch b, lateral (
    select count(*) as total, count(*) filter (where outcome = 'extended') as extended,
      count(*) filter (where outcome = 'refused') as refused
    from records.extension_item where batch_id = b.id) i`;

/** 延長の一括処理 and its items. */
@Injectable()
export class ExtensionBatchRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param files condition on files `f` */
  async insert(
    batch: Pick<ExtensionBatchRow, 'id' | 'years' | 'reason' | 'askedBy' | 'askedByName'>,
    files: Sql,
    at: Date,
  ): Promise<void> {
    await this.uow.change(sql`
      insert into records.extension_batch (id, years, reason, asked_at, asked_by, asked_by_name)
      values (${batch.id}, ${batch.years}, ${batch.reason}, ${at}, ${batch.askedBy}, ${batch.askedByName})`);
    // As the office: a file that its asker does not see has its own outcome too (KEEP-4).
    await this.uow.change(
      asOffice(sql`
      insert into records.extension_item (batch_id, file_id)
      select ${batch.id}::uuid, f.id from records.record_file f where ${files}`),
    );
  }

  /** Without its counts: what every chunk asks again. */
  head(id: string): Promise<ExtensionBatchHead | null> {
    return this.uow.maybe<ExtensionBatchHead>(sql`
      select id, years, reason, asked_by as "askedBy", stopped_at as "stoppedAt", finished_at as "finishedAt"
      from records.extension_batch where id = ${id}`);
  }

  find(id: string): Promise<ExtensionBatchRow | null> {
    return this.uow.maybe<ExtensionBatchRow>(sql`${BATCHES} where b.id = ${id}`);
  }

  /** @param askedBy whose batches; null: those of everybody */
  latest(askedBy: string | null, limit: number): Promise<ExtensionBatchRow[]> {
    return this.uow.rows<ExtensionBatchRow>(sql`
      ${BATCHES} where (${askedBy}::text is null or b.asked_by = ${askedBy}) order by b.asked_at desc, b.id limit ${limit}`);
  }

  /** A file that its reader does not see is named by its key alone. */
  items(id: string, outcome: string | undefined, limit: number): Promise<ExtensionItemRow[]> {
    return this.uow.rows<ExtensionItemRow>(sql`
      select i.file_id as "fileId", coalesce(f.title, i.file_id::text) as title, f.volume, coalesce(f.section_name, '') as "unitName", i.outcome,
        i.code, i.from_on as "fromOn", i.to_on as "toOn"
      from records.extension_item i left join records.record_file f on f.id = i.file_id
      where i.batch_id = ${id} and (${outcome ?? null}::text is null or i.outcome = ${outcome ?? null})
      order by i.outcome desc nulls first, i.file_id limit ${limit}`);
  }

  /** The next of those that are left, their files locked in the order of their ids. Two workers never take the same. */
  async take(id: string, limit: number): Promise<ItemToExtend[]> {
    const left = await this.uow.rows<{ fileId: string }>(sql`
      select file_id as "fileId" from records.extension_item where batch_id = ${id} and outcome is null
      order by file_id limit ${limit} for update skip locked`);
    return this.uow.rows<ItemToExtend>(sql`
      select f.id as "fileId", f.section_code as "sectionCode", f.state, f.expires_on as "expiresOn" from records.record_file f
      where f.id = any(${left.map(({ fileId }) => fileId)}::uuid[]) order by f.id for no key update`);
  }

  async settle(id: string, outcomes: readonly ItemOutcome[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.extension_item i set outcome = o.outcome, code = o.code, from_on = o."fromOn", to_on = o."toOn", done_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
        as o("fileId" uuid, outcome text, code text, "fromOn" date, "toOn" date)
      where i.batch_id = ${id} and i.file_id = o."fileId"`);
  }

  async stop(id: string, by: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.extension_batch set stopped_at = ${at}, stopped_by = ${by}
      where id = ${id} and stopped_at is null and finished_at is null`);
  }

  async resume(id: string): Promise<void> {
    await this.uow.change(sql`
      update records.extension_batch set stopped_at = null, stopped_by = null where id = ${id} and finished_at is null`);
  }

  async finish(id: string, at: Date): Promise<void> {
    await this.uow.change(
      sql`update records.extension_batch set finished_at = ${at} where id = ${id} and finished_at is null`,
    );
  }
}
