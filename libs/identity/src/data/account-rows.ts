import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface Account {
  readonly staffNo: StaffNo;
  readonly passwordHash: string;
  readonly demo: boolean;
  /** Given by an administrator, to be replaced at the next sign-in. */
  readonly passwordTemporary: boolean;
  readonly disabledAt: Date | null;
}

export interface NewAccount {
  readonly staffNo: StaffNo;
  readonly passwordHash: string;
  readonly temporary: boolean;
  readonly at: Date;
}

const columns = sql`a.staff_no as "staffNo", a.password_hash as "passwordHash", a.demo,
  a.password_temporary as "passwordTemporary", a.disabled_at as "disabledAt"`;

@Injectable()
export class AccountRows {
  constructor(private readonly uow: UnitOfWork) {}

  async byLogin(login: string): Promise<Account | null> {
    return this.uow.maybe<Account>(sql`
      select ${columns} from identity.account a join organisation.person p using (staff_no) where p.login = ${login}`);
  }

  async lock(staffNo: StaffNo): Promise<Account | null> {
    return this.uow.maybe<Account>(
      sql`select ${columns} from identity.account a where a.staff_no = ${staffNo} for update`,
    );
  }

  /** The login name of a person, with or without an account; null when there is no such person. */
  async loginOf(staffNo: StaffNo): Promise<string | null> {
    const row = await this.uow.maybe<{ login: string }>(
      sql`select login from organisation.person where staff_no = ${staffNo}`,
    );
    return row?.login ?? null;
  }

  /** False when the person has one already. */
  async insert({ staffNo, passwordHash, temporary, at }: NewAccount): Promise<boolean> {
    const inserted = await this.uow.change(sql`
      insert into identity.account (staff_no, password_hash, password_temporary, created_at, password_set_at)
      values (${staffNo}, ${passwordHash}, ${temporary}, ${at}, ${at}) on conflict do nothing`);
    return inserted === 1;
  }

  /** Gives everybody without an account a demo account; those of earlier runs get the new password. @returns how many */
  async insertDemos(passwordHash: string, at: Date): Promise<number> {
    return this.uow.change(sql`
      insert into identity.account (staff_no, password_hash, demo, created_at, password_set_at)
      select staff_no, ${passwordHash}, true, ${at}, ${at} from organisation.person
      on conflict (staff_no) do update set password_hash = excluded.password_hash, password_set_at = excluded.password_set_at
      where account.demo`);
  }

  /** @param temporary the person has to choose another one */
  async setPassword(staffNo: StaffNo, passwordHash: string, { at, temporary }: { at: Date; temporary: boolean }) {
    await this.uow.change(sql`
      update identity.account set password_hash = ${passwordHash}, password_set_at = ${at}, demo = false,
        password_temporary = ${temporary}
      where staff_no = ${staffNo}`);
  }

  /** Null also for the printed password of a demo account, which nobody chose. */
  async passwordSince(staffNo: StaffNo): Promise<Date | null> {
    const row = await this.uow.maybe<{ at: Date }>(
      sql`select password_set_at as at from identity.account where staff_no = ${staffNo} and not demo`,
    );
    return row?.at ?? null;
  }

  /** The same password under newer parameters. */
  async renewHash({ staffNo, passwordHash: before }: Account, passwordHash: string): Promise<void> {
    await this.uow.change(sql`
      update identity.account set password_hash = ${passwordHash} where staff_no = ${staffNo} and password_hash = ${before}`);
  }

  async disable(staffNo: StaffNo, at: Date): Promise<void> {
    await this.uow.change(
      sql`update identity.account set disabled_at = ${at} where staff_no = ${staffNo} and disabled_at is null`,
    );
  }

  async enable(staffNo: StaffNo): Promise<void> {
    await this.uow.change(sql`update identity.account set disabled_at = null where staff_no = ${staffNo}`);
  }

  /** Those of `logins` that are demo accounts and may be used. */
  async usableDemos(logins: readonly string[]): Promise<{ staffNo: StaffNo; login: string }[]> {
    return this.uow.rows(sql`
      select a.staff_no as "staffNo", p.login from identity.account a join organisation.person p using (staff_no)
      where p.login = any(${logins}) and a.demo and a.disabled_at is null`);
  }

  async demoPassword(): Promise<string | null> {
    const row = await this.uow.maybe<{ password: string }>(sql`select password from identity.demo_password`);
    return row?.password ?? null;
  }

  async setDemoPassword(password: string): Promise<void> {
    await this.uow.change(sql`
      insert into identity.demo_password (password) values (${password}) on conflict (only_one) do update set password = excluded.password`);
  }
}
