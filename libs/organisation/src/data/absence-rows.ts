import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** 不在: from the first instant up to, not including, the second. */
export interface Absence {
  readonly id: string;
  readonly staffNo: StaffNo;
  readonly from: Date;
  readonly until: Date;
  readonly reason: string;
}

const columns = sql`id, staff_no as "staffNo", from_at as "from", until_at as until, reason`;

@Injectable()
export class AbsenceRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** One person's registrations queue up, so that two overlapping ones cannot both pass the check. */
  async lockPerson(staffNo: StaffNo): Promise<void> {
    await this.uow.rows(sql`select 1 from organisation.person where staff_no = ${staffNo} for update`);
  }

  async overlapping({ staffNo, from, until }: Pick<Absence, 'staffNo' | 'from' | 'until'>): Promise<Absence | null> {
    return this.uow.maybe<Absence>(sql`
      select ${columns} from organisation.absence
      where staff_no = ${staffNo} and cancelled_at is null and from_at < ${until} and until_at > ${from} order by from_at limit 1`);
  }

  async insert(absence: Absence & { readonly registeredAt: Date }): Promise<void> {
    await this.uow.change(sql`
      insert into organisation.absence (id, staff_no, from_at, until_at, reason, registered_at)
      values (${absence.id}, ${absence.staffNo}, ${absence.from}, ${absence.until}, ${absence.reason}, ${absence.registeredAt})`);
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
      where staff_no = any(${staffNos}) and cancelled_at is null and from_at <= ${instant} and until_at > ${instant} order by from_at desc`);
  }

  async upcoming(staffNo: StaffNo, instant: Date): Promise<Absence[]> {
    return this.uow.rows<Absence>(sql`
      select ${columns} from organisation.absence
      where staff_no = ${staffNo} and cancelled_at is null and until_at > ${instant} order by from_at`);
  }
}
