import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** What a witness held when the lock on disposals was released. */
export interface ReleasedWitness {
  readonly name: string;
  readonly size: number;
  readonly root: string;
}

/** 廃棄の停止の解除 */
@Injectable()
export class ReleaseRows {
  constructor(private readonly uow: UnitOfWork) {}

  all(): Promise<ReleasedWitness[]> {
    return this.uow.rows<ReleasedWitness>(
      sql`select witness as name, size::int as size, root from records.disposal_release`,
    );
  }

  /** Who has released since `since`, by 職員番号. */
  async releasedBy(since: Date): Promise<string[]> {
    const rows = await this.uow.rows<{ by: string }>(sql`
      select distinct released_by as by from records.disposal_release where released_at >= ${since} order by 1`);
    return rows.map(({ by }) => by);
  }

  async release(
    witnesses: readonly ReleasedWitness[],
    { by, name, reason, at }: { by: string; name: string; reason: string; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`
      insert into records.disposal_release (witness, size, root, released_at, released_by, released_by_name, reason)
      select w.name, w.size, w.root, ${at}, ${by}, ${name}, ${reason}
      from jsonb_to_recordset(${JSON.stringify(witnesses)}::jsonb) as w(name text, size bigint, root text)
      on conflict do nothing`);
  }
}
