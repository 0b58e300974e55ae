import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { MunicipalitySettings } from '@fubako/organisation';
import { absoluteEndOf } from '../core/session-life';
import { SessionRows } from '../data/session-rows';
import { Duties } from './duties';
import { digestOf, newSessionToken, tokenDigest } from './session-token';

const LONGEST_CLIENT = 200;

/** Where a sign-in comes from. */
export interface Caller {
  /** The browser, in its own words. */
  readonly client: string;
  /** Token that the browser still carries: replaced by the new one. */
  readonly formerToken: string | null;
}

export interface SignedIn {
  readonly staffNo: StaffNo;
  /** For the cookie; nobody will ever see it again. */
  readonly token: string;
}

/** Opens a session for somebody who was proven. Call inside a unit of work. */
@Injectable()
export class NewSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SessionRows,
    private readonly duties: Duties,
    private readonly settings: MunicipalitySettings,
  ) {}

  async open(staffNo: StaffNo, caller: Caller, secondFactor: boolean): Promise<SignedIn> {
    const token = newSessionToken();
    const now = await this.uow.now();
    const { access } = await this.settings.current();
    const former = tokenDigest(caller.formerToken);
    if (former) await this.rows.revoke(former, now);
    await this.rows.insert({
      tokenSha256: digestOf(token),
      staffNo,
      createdAt: now,
      absoluteEnd: absoluteEndOf(now, access.absoluteHours),
      idleMinutes: access.idleMinutes,
      secondFactor,
      duty: await this.duties.of(staffNo),
      client: caller.client.slice(0, LONGEST_CLIENT).toWellFormed(),
    });
    return { staffNo, token };
  }
}
