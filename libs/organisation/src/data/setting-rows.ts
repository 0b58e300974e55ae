import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SettingDifference, SettingValue, SettingsPlan } from '../core/settings-timeline';

/** One change of one setting, as it was made. */
export interface SettingChangeRow {
  readonly id: number;
  readonly setting: string;
  readonly validFrom: LocalDate;
  readonly before: SettingValue;
  readonly after: SettingValue;
  readonly reason: string | null;
  /** 職員番号, or `system:<process>`. */
  readonly setBy: string;
  /** Null for a process. */
  readonly setByName: string | null;
  readonly setAt: Date;
}

export interface SettingsMade {
  readonly from: LocalDate;
  readonly by: string;
  readonly reason: string | null;
}

const CHANGE = sql`
  c.id::int as id, c.setting, c.valid_from as "validFrom", c.before, c.after, c.reason, c.set_by as "setBy", p.name as "setByName", c.set_at as "setAt"
  from organisation.setting_change c left join organisation.person p on p.staff_no = c.set_by`;

/** 設定: versions by day, and who changed what. */
@Injectable()
export class SettingRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** What holds on days after `day`, the nearest first. */
  plansAfter(day: LocalDate): Promise<SettingsPlan[]> {
    return this.uow.rows<SettingsPlan>(sql`
      select distinct on (valid_from) valid_from as "validFrom", settings from organisation.settings_version
      where valid_from > ${day} order by valid_from, version desc`);
  }

  async addVersion({ validFrom, settings }: SettingsPlan): Promise<void> {
    await this.uow.change(sql`
      insert into organisation.settings_version (version, valid_from, settings)
      select coalesce(max(version), 0) + 1, ${validFrom}, ${JSON.stringify(settings)}::jsonb from organisation.settings_version`);
  }

  async addChanges(changes: readonly SettingDifference[], { from, by, reason }: SettingsMade): Promise<void> {
    if (changes.length === 0) return;
    await this.uow.change(sql`
      insert into organisation.setting_change (setting, valid_from, before, after, reason, set_by, set_at)
      select r.setting, ${from}, r.before, r.after, ${reason}, ${by}, ${await this.uow.now()}
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r(setting text, before jsonb, after jsonb)`);
  }

  /** Of every setting that was ever changed the last change. */
  latest(): Promise<SettingChangeRow[]> {
    return this.uow.rows(sql`select distinct on (c.setting) ${CHANGE} order by c.setting, c.id desc`);
  }

  /** The last first. */
  changesOf(setting: string): Promise<SettingChangeRow[]> {
    return this.uow.rows(sql`select ${CHANGE} where c.setting = ${setting} order by c.id desc`);
  }

  /** Zero: never changed. */
  async versionOf(setting: string): Promise<number> {
    const row = await this.uow.maybe<{ id: number }>(
      sql`select max(id)::int as id from organisation.setting_change where setting = ${setting} having max(id) is not null`,
    );
    return row?.id ?? 0;
  }
}
