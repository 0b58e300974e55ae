import { Injectable } from '@nestjs/common';
import type { StaffNo, UnitCode } from '@fubako/kernel';
import { REVISION } from '@fubako/organisation';
import { MOMENT, UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** What has to be done before anything else. */
export type Duty = 'new_password' | 'second_factor';

export interface Session {
  /** Names the session and opens nothing. */
  readonly id: string;
  readonly staffNo: StaffNo;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly absoluteEnd: Date;
  readonly revokedAt: Date | null;
  readonly idleMinutes: number;
  readonly provenAt: Date | null;
  readonly duty: Duty | null;
  readonly demo: boolean;
  /** The browser, in its own words. */
  readonly client: string;
}

/** What another person has opened for whoever the session is of (ID-23), whether it has ended by itself or not. */
export interface OpenedEmergency {
  readonly until: string;
  readonly matters: readonly string[];
  readonly units: readonly UnitCode[];
  readonly reason: string;
}

export interface FoundSession extends Session {
  readonly emergencies: readonly OpenedEmergency[] | null;
  readonly now: Date;
  /** Of the organisation; null before the first import. */
  readonly revision: number | null;
}

export interface NewSession {
  readonly tokenSha256: Buffer;
  readonly staffNo: StaffNo;
  readonly createdAt: Date;
  readonly absoluteEnd: Date;
  readonly idleMinutes: number;
  readonly secondFactor: boolean;
  readonly duty: Duty | null;
  readonly client: string;
}

const columns = sql`
  s.id, s.staff_no as "staffNo", s.created_at as "createdAt", s.seen_at as "seenAt", s.absolute_end as "absoluteEnd",
  s.revoked_at as "revokedAt", s.idle_minutes as "idleMinutes", s.proven_at as "provenAt", s.duty, s.client, a.demo`;

const emergencies = sql`(select jsonb_agg(jsonb_build_object('until', e.until, 'matters', e.matters, 'units', array_remove(array[e.unit_code], null),
  'reason', e.reason)) from identity.emergency_reading e where e.asker = s.staff_no and e.confirmed_at is not null and e.ended_at is null) as emergencies`;

@Injectable()
export class SessionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Asked of the office: who it is that asks shows only now. Null also when the account was disabled: that ends every session at
   * once. A former token opens until its time is over. Call it outside of a unit of work.
   */
  async find(tokenSha256: Buffer): Promise<FoundSession | null> {
    const [found] = await this.uow.ask<FoundSession & { readonly formerUntil: Date | null }>(
      asOffice(sql`
      select s.*, ${MOMENT} as now, ${REVISION} as revision from (
        select ${columns}, ${emergencies}, null as "formerUntil" from identity.session s join identity.account a using (staff_no)
        where s.token_sha256 = ${tokenSha256} and a.disabled_at is null
        union all
        select ${columns}, ${emergencies}, s.former_until from identity.session s join identity.account a using (staff_no)
        where s.former_sha256 = ${tokenSha256} and a.disabled_at is null) s`),
    );
    if (!found) return null;
    const { formerUntil, ...session } = found;
    return formerUntil && formerUntil <= session.now ? null : session;
  }

  /** Those of them that there are, accounts that were disabled left out. */
  findAll(tokens: readonly Buffer[]): Promise<(Session & { readonly tokenSha256: Buffer })[]> {
    return this.uow.rows(sql`
      select s.token_sha256 as "tokenSha256", ${columns}
      from identity.session s join identity.account a using (staff_no)
      where s.token_sha256 = any(${tokens}::bytea[]) and a.disabled_at is null`);
  }

  /** Null also when the account was disabled. */
  ofId(id: string): Promise<Session | null> {
    return this.uow.maybe<Session>(sql`
      select ${columns} from identity.session s join identity.account a using (staff_no)
      where s.id = ${id} and a.disabled_at is null`);
  }

  /** Those of a person that were not ended by anybody, the latest use first. */
  openOf(staffNo: StaffNo): Promise<Session[]> {
    return this.uow.rows(sql`
      select ${columns} from identity.session s join identity.account a using (staff_no)
      where s.staff_no = ${staffNo} and s.revoked_at is null order by s.seen_at desc, s.id`);
  }

  async insert(session: NewSession): Promise<void> {
    await this.uow.change(sql`
      insert into identity.session
        (token_sha256, staff_no, created_at, seen_at, proven_at, absolute_end, idle_minutes, second_factor, duty, client)
      values (${session.tokenSha256}, ${session.staffNo}, ${session.createdAt}, ${session.createdAt}, ${session.createdAt},
        ${session.absoluteEnd}, ${session.idleMinutes}, ${session.secondFactor}, ${session.duty}, ${session.client})`);
  }

  async noteUse(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.session set seen_at = greatest(seen_at, ${at}) where id = ${id} and revoked_at is null`);
  }

  /** The person was proven: the token becomes another one, the former opens until `formerUntil`. */
  async noteProof(id: string, proof: { tokenSha256: Buffer; at: Date; formerUntil: Date }): Promise<void> {
    await this.uow.change(sql`
      update identity.session set proven_at = ${proof.at}, seen_at = greatest(seen_at, ${proof.at}),
        former_sha256 = token_sha256, former_until = ${proof.formerUntil}, token_sha256 = ${proof.tokenSha256}
      where id = ${id} and revoked_at is null`);
  }

  async setDuty(staffNo: StaffNo, duty: Duty | null): Promise<void> {
    await this.uow.change(sql`
      update identity.session set duty = ${duty} where staff_no = ${staffNo} and revoked_at is null`);
  }

  async revoke(tokenSha256: Buffer, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.session set revoked_at = ${at}
      where (token_sha256 = ${tokenSha256} or former_sha256 = ${tokenSha256}) and revoked_at is null`);
  }

  /** @returns whether such a session of the person was open */
  async revokeOne(staffNo: StaffNo, id: string, at: Date): Promise<boolean> {
    const revoked = await this.uow.change(sql`
      update identity.session set revoked_at = ${at} where staff_no = ${staffNo} and id = ${id} and revoked_at is null`);
    return revoked === 1;
  }

  /** @param except the session that stays @returns how many ended */
  async revokeAllOf(staffNo: StaffNo, at: Date, except: string | null = null): Promise<number> {
    return this.uow.change(sql`
      update identity.session set revoked_at = ${at}
      where staff_no = ${staffNo} and revoked_at is null and id is distinct from ${except}`);
  }
}
