import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type ChangedRules, only } from '../../core/keeping/rule-change';
import type { RuleSteps } from '../../core/keeping/rule-steps';
import { concernedBy } from './concerned-files';

/** 保存期間の決まりの変更, as it is asked for. */
export type NewRuleChange = RuleSteps & {
  readonly id: string;
  readonly retroactive: boolean;
  readonly shorten: boolean;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
};

export type RuleChangeHead = NewRuleChange & {
  readonly askedAt: Date;
  readonly stoppedAt: Date | null;
  readonly finishedAt: Date | null;
};

export type RuleChangeRow = RuleChangeHead & {
  readonly total: number;
  readonly followed: number;
  readonly stayed: number;
};

/** Why a file stays under what held before. */
export type StayCode = 'not-retroactive' | 'held' | 'in-disposal' | 'no-shorter' | 'otherwise' | 'gone';

export interface RuleFileOutcome {
  readonly changeId: string;
  readonly fileId: string;
  readonly outcome: 'followed' | 'stayed';
  readonly code: StayCode | null;
  readonly toOn: LocalDate | null;
}

export interface RuleChangeFileRow {
  readonly fileId: string;
  readonly title: string;
  readonly unitName: string;
  readonly outcome: 'followed' | 'stayed' | null;
  readonly code: StayCode | null;
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
}

const HEAD = sql`c.id, c.kind, c.code, c.before, c.after, c.retroactive, c.shorten, c.reason, c.asked_at as "askedAt",
  c.asked_by as "askedBy", c.asked_by_name as "askedByName", c.stopped_at as "stoppedAt", c.finished_at as "finishedAt"`;

const COUNTED = sql`
  select ${HEAD}, i.total::int, i.followed::int, i.stayed::int
  from records.rule_change c, lateral (
    select count(*) as total, count(*) filter (where outcome = 'followed') as followed, count(*) filter (where outcome = 'stayed') as stayed
    from records.rule_change_file where change_id = c.id) i`;

/** Changed rules of keeping, and what becomes of the files that were there. */
@Injectable()
export class RuleChangeRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(change: NewRuleChange, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into records.rule_change (id, kind, code, before, after, retroactive, shorten, reason, asked_at, asked_by, asked_by_name)
      values (${change.id}, ${change.kind}, ${change.code}, ${JSON.stringify(change.before)}::jsonb,
        ${JSON.stringify(change.after)}::jsonb, ${change.retroactive}, ${change.shorten}, ${change.reason}, ${at},
        ${change.askedBy}, ${change.askedByName})`);
  }

  /** The files that one of the rules concerns, and the day they have: until they are reached they lie under what held before. @returns how many */
  pin(id: string, code: string, rules: ChangedRules): Promise<number> {
    return this.uow.change(sql`
      insert into records.rule_change_file (change_id, file_id, from_on)
      select ${id}::uuid, f.id, f.expires_on from records.record_file f where ${concernedBy(only(rules, code))}`);
  }

  /** FIL-9 Retention classes that nothing may be kept by yet, with their first day. */
  async toCome(today: LocalDate): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await this.uow.rows<{ code: string; validFrom: LocalDate }>(
      sql`select code, valid_from as "validFrom" from records.retention_class where valid_from > ${today}`,
    );
    return new Map(rows.map(({ code, validFrom }) => [code, validFrom]));
  }

  /** Those of one question: of one rule on screen, or of all rules that an import changes. */
  underWay(): Promise<RuleChangeHead[]> {
    return this.uow.rows<RuleChangeHead>(
      sql`select ${HEAD} from records.rule_change c where c.finished_at is null order by c.id`,
    );
  }

  /** The same for whoever goes on with them: one at a time, so that nobody thinks that all is done while another is at the last files. */
  claimed(): Promise<RuleChangeHead[]> {
    return this.uow.rows<RuleChangeHead>(
      sql`select ${HEAD} from records.rule_change c where c.finished_at is null order by c.id for no key update`,
    );
  }

  find(id: string): Promise<RuleChangeRow | null> {
    return this.uow.maybe<RuleChangeRow>(sql`${COUNTED} where c.id = ${id}`);
  }

  latest(limit: number): Promise<RuleChangeRow[]> {
    return this.uow.rows<RuleChangeRow>(
      sql`${COUNTED} order by c.finished_at is not null, c.asked_at desc, c.id limit ${limit}`,
    );
  }

  /** The first of them: those that stayed, that are left, that followed. */
  files(id: string, limit: number): Promise<RuleChangeFileRow[]> {
    return this.uow.rows<RuleChangeFileRow>(sql`
      select i.file_id as "fileId", f.title, f.section_name as "unitName", i.outcome, i.code, i.from_on as "fromOn", i.to_on as "toOn"
      from records.rule_change_file i join records.record_file f on f.id = i.file_id
      where i.change_id = ${id} order by i.outcome = 'stayed' desc nulls last, i.outcome nulls first, i.file_id limit ${limit}`);
  }

  /** The next files for which one of the changes waits. */
  async left(ids: readonly string[], limit: number): Promise<string[]> {
    const files = await this.uow.rows<{ fileId: string }>(sql`
      select distinct file_id as "fileId" from records.rule_change_file
      where change_id = any(${ids}::uuid[]) and outcome is null order by file_id limit ${limit}`);
    return files.map(({ fileId }) => fileId);
  }

  /** Where a change does not wait for the file, nothing is written. */
  async settle(outcomes: readonly RuleFileOutcome[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.rule_change_file i set outcome = o.outcome, code = o.code, to_on = o."toOn", done_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o("changeId" uuid, "fileId" uuid, outcome text, code text, "toOn" date)
      where i.change_id = o."changeId" and i.file_id = o."fileId" and i.outcome is null`);
  }

  /** Rules that were changed together stand still together. */
  stop(by: string, at: Date): Promise<void> {
    return this.mark(sql`stopped_at = ${at}, stopped_by = ${by}`, sql`stopped_at is null`);
  }

  resume(): Promise<void> {
    return this.mark(sql`stopped_at = null, stopped_by = null`, sql`true`);
  }

  finish(at: Date): Promise<void> {
    return this.mark(sql`finished_at = ${at}`, sql`true`);
  }

  private async mark(set: Sql, where: Sql): Promise<void> {
    await this.uow.change(sql`update records.rule_change set ${set} where finished_at is null and ${where}`);
  }
}
