import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** A member of staff and how they get in, for those who look after accounts. */
export interface AccountLine {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly kana: string;
  readonly login: string;
  /** Null: no account. */
  readonly createdAt: Date | null;
  readonly disabledAt: Date | null;
  readonly passwordTemporary: boolean;
  readonly demo: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly openSessions: number;
  readonly seenAt: Date | null;
}

const MOST = 100;

@Injectable()
export class AccountListRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those whose name, reading, login or number holds `words`; everybody for an empty text. At most a hundred, by reading. */
  async find(words: string): Promise<AccountLine[]> {
    const now = await this.uow.now();
    return this.uow.rows(sql`
      select p.staff_no as "staffNo", p.name, p.kana, p.login, a.created_at as "createdAt", a.disabled_at as "disabledAt",
        coalesce(a.password_temporary, false) as "passwordTemporary", coalesce(a.demo, false) as demo,
        exists (select from identity.totp t where t.staff_no = p.staff_no and t.confirmed_at is not null) as "hasTotp",
        (select count(*)::int from identity.passkey k where k.staff_no = p.staff_no) as passkeys,
        (select count(*)::int from identity.session s where s.staff_no = p.staff_no and s.revoked_at is null
          and s.absolute_end > ${now} and s.seen_at + make_interval(mins => s.idle_minutes) > ${now}) as "openSessions",
        (select max(s.seen_at) from identity.session s where s.staff_no = p.staff_no) as "seenAt"
      from organisation.person p left join identity.account a using (staff_no)
      where position(${words} in p.name || ' ' || replace(p.name, ' ', '') || ' ' || p.kana || ' ' || p.login || ' ' || p.staff_no) > 0
      order by p.kana, p.staff_no limit ${MOST}`);
  }
}
