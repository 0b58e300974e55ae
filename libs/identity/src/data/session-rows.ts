import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface Session {
  readonly staffNo: StaffNo;
  readonly seenAt: Date;
  readonly absoluteEnd: Date;
  readonly revokedAt: Date | null;
  readonly demo: boolean;
}

export interface NewSession {
  readonly tokenSha256: Buffer;
  readonly staffNo: StaffNo;
  readonly createdAt: Date;
  readonly absoluteEnd: Date;
  /** The browser, in its own words. */
  readonly client: string;
}

@Injectable()
export class SessionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null also when the account was disabled: that ends every session at once. */
  async find(tokenSha256: Buffer): Promise<Session | null> {
    return this.uow.maybe<Session>(sql`
      select s.staff_no as "staffNo", s.seen_at as "seenAt", s.absolute_end as "absoluteEnd", s.revoked_at as "revokedAt", a.demo
      from identity.session s join identity.account a using (staff_no)
      where s.token_sha256 = ${tokenSha256} and a.disabled_at is null`);
  }

  /** Those of them that there are, accounts that were disabled left out. */
  findAll(tokens: readonly Buffer[]): Promise<(Session & { readonly tokenSha256: Buffer })[]> {
    return this.uow.rows(sql`
      select s.token_sha256 as "tokenSha256", s.staff_no as "staffNo", s.seen_at as "seenAt", s.absolute_end as "absoluteEnd",
        s.revoked_at as "revokedAt", a.demo
      from identity.session s join identity.account a using (staff_no)
      where s.token_sha256 = any(${tokens}::bytea[]) and a.disabled_at is null`);
  }

  async insert(session: NewSession): Promise<void> {
    await this.uow.change(sql`
      insert into identity.session (token_sha256, staff_no, created_at, seen_at, absolute_end, client)
      values (${session.tokenSha256}, ${session.staffNo}, ${session.createdAt}, ${session.createdAt}, ${session.absoluteEnd}, ${session.client})`);
  }

  async noteUse(tokenSha256: Buffer, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.session set seen_at = greatest(seen_at, ${at}) where token_sha256 = ${tokenSha256} and revoked_at is null`);
  }

  async revoke(tokenSha256: Buffer, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.session set revoked_at = ${at} where token_sha256 = ${tokenSha256} and revoked_at is null`);
  }

  async revokeAllOf(staffNo: StaffNo, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.session set revoked_at = ${at} where staff_no = ${staffNo} and revoked_at is null`);
  }
}
