import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { Absence, TimeSpan } from '../core/absence';

const columns = sql`id, staff_no as "staffNo", kind, from_at as "from", until_at as until, reason`;

/** What is kept beside the absence: who registered it, and why if it was somebody else. */
export interface Registration {
  readonly at: Date;
  readonly by: StaffNo;
  readonly onBehalfBecause: string | null;
}

/** An absence with its registration. */
export interface KeptAbsence extends Absence {
  readonly registeredBy: StaffNo;
  readonly onBehalfBecause: string | null;
}

@Injectable()
export class AbsenceRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** One person's registrations queue up, so that two overlapping ones cannot both pass the check. */
  async lockPerson(staffNo: StaffNo): Promise<void> {
    await this.uow.rows(sql`select 1 from organisation.person where staff_no = ${staffNo} for update`);
  }

  /** Of the same kind: an accident may meet a person who is away already. */
  async overlapping({ staffNo, kind, from, until }: Omit<Absence, 'id' | 'reason'>): Promise<Absence | null> {
    return this.uow.maybe<Absence>(sql`
      select ${columns} from organisation.absence
      where staff_no = ${staffNo} and kind = ${kind} and cancelled_at is null and from_at < ${until} and until_at > ${from}
      order by from_at limit 1`);
  }

  async insert(absence: Absence, { at, by, onBehalfBecause }: Registration): Promise<void> {
    const { id, staffNo, kind, from, until, reason } = absence;
    await this.uow.change(sql`
      insert into organisation.absence (id, staff_no, kind, from_at, until_at, reason, registered_at, registered_by, on_behalf_because)
      values (${id}, ${staffNo}, ${kind}, ${from}, ${until}, ${reason}, ${at}, ${by}, ${onBehalfBecause})`);
  }

  async lock(id: string): Promise<Absence | null> {
    return this.uow.maybe<Absence>(
      sql`select ${columns} from organisation.absence where id = ${id} and cancelled_at is null for update`,
    );
  }

  async end(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`update organisation.absence set until_at = ${at} where id = ${id}`);
  }

  async cancel(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`update organisation.absence set cancelled_at = ${at} where id = ${id}`);
  }

  async at(staffNos: readonly StaffNo[], instant: Date): Promise<Absence[]> {
    return this.uow.rows<Absence>(sql`
      select ${columns} from organisation.absence
      where staff_no = any(${staffNos}) and cancelled_at is null and from_at <= ${instant} and until_at > ${instant}
      order by kind, from_at desc`);
  }

  async upcoming(staffNo: StaffNo, instant: Date): Promise<Absence[]> {
    return this.uow.rows<Absence>(sql`
      select ${columns} from organisation.absence
      where staff_no = ${staffNo} and cancelled_at is null and until_at > ${instant} order by from_at`);
  }

  /** Everything of the span that was not cancelled; `staffNos` null: of everybody. */
  during(staffNos: readonly StaffNo[] | null, { from, until }: TimeSpan): Promise<KeptAbsence[]> {
    return this.kept(sql`(${staffNos}::text[] is null or staff_no = any(${staffNos}))
      and cancelled_at is null and tstzrange(from_at, until_at) && tstzrange(${from}, ${until})`);
  }

  async find(id: string): Promise<KeptAbsence | null> {
    const [absence] = await this.kept(sql`id = ${id}`);
    return absence ?? null;
  }

  private kept(condition: Sql): Promise<KeptAbsence[]> {
    return this.uow.rows<KeptAbsence>(sql`
      select ${columns}, registered_by as "registeredBy", on_behalf_because as "onBehalfBecause"
      from organisation.absence where ${condition} order by from_at, id`);
  }
}
