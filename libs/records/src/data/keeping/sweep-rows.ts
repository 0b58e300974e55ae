import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { UNKNOWN_EXPIRY } from '../terms-of-file';

export interface Sweep {
  /** New findings of this night. */
  readonly fresh: number;
  /** All that are open. */
  readonly open: number;
  /** The first new one, by file; null: nothing is new. */
  readonly first: { readonly id: string; readonly title: string } | null;
}

/** Files that one statement looks through: with ten documents each a second or two, whatever the archive holds. */
const FILES_AT_ONCE = 50_000;

/** Files by their ids, from behind one up to another. */
interface Span {
  readonly after: string;
  readonly upTo: string;
}
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BEHIND_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Findings of the nightly sweep. Call inside a unit of work. */
@Injectable()
export class SweepRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** What is wrong now is noted, what is no more is settled. */
  async sweep(today: LocalDate, filesAtOnce = FILES_AT_ONCE): Promise<Sweep> {
    const spans: Omit<Sweep, 'open'>[] = [];
    for (let after = BEFORE_ALL; after !== BEHIND_ALL;) {
      const upTo = await this.endOfSpan(after, filesAtOnce);
      spans.push(await this.look(today, { after, upTo }));
      after = upTo;
    }
    await this.uow.change(
      sql`update records.finding set settled_on = ${today} where settled_on is null and seen_on < ${today}`,
    );
    const { open } = await this.uow.one<{ open: number }>(
      sql`select count(*)::int as open from records.finding where settled_on is null`,
    );
    return {
      fresh: spans.reduce((sum, { fresh }) => sum + fresh, 0),
      open,
      first: spans.find(({ first }) => first !== null)?.first ?? null,
    };
  }

  private async endOfSpan(after: string, files: number): Promise<string> {
    const last = await this.uow.maybe<{ id: string }>(sql`
      select id from records.record_file where id > ${after}::uuid order by id offset ${files - 1} limit 1`);
    return last?.id ?? BEHIND_ALL;
  }

  private look(today: LocalDate, { after, upTo }: Span): Promise<Omit<Sweep, 'open'>> {
    return this.uow.one(sql`
      with seen as (
        select 'unknown_expiry' as kind, f.id from records.record_file f join records.retention_class t on t.code = f.retention_class
          where f.id > ${after}::uuid and f.id <= ${upTo}::uuid and f.state in ('open', 'closed') and ${UNKNOWN_EXPIRY}
        union all
        select case n when 1 then 'mixed_years' else 'mixed_retention' end, m.file_id
        from (
          select r.file_id, f.continuing,
            min(r.decided_on - interval '3 months') as first, max(r.decided_on - interval '3 months') as last,
            count(distinct r.retention_class) as classes, count(*) filter (where r.retention_class <> f.retention_class) as foreign_ones
          from records.record r join records.record_file f on f.id = r.file_id
          where r.file_id > ${after}::uuid and r.file_id <= ${upTo}::uuid
            and r.state = 'held_in_file' and f.state in ('open', 'closed') group by r.file_id, f.continuing) m
        cross join (values (1), (2)) v(n)
        where n = 1 and not m.continuing and extract(year from m.first) <> extract(year from m.last)
          or n = 2 and (m.classes > 1 or m.foreign_ones > 0)),
      noted as (
        insert into records.finding (file_id, kind, found_on, seen_on) select id, kind, ${today}, ${today} from seen
        on conflict (kind, file_id) where settled_on is null do update set seen_on = excluded.seen_on
        returning id, file_id, (xmax = 0) as is_new)
      select count(*)::int as fresh, (array_agg(jsonb_build_object('id', n.id, 'title', f.title) order by f.id, n.id))[1] as first
      from noted n join records.record_file f on f.id = n.file_id where n.is_new`);
  }
}
