import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { FailureRecord } from '../core/lockout';

@Injectable()
export class FailureRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Attempts on one subject queue up here, so that guesses made side by side are counted one by one. One statement: who
   * signs in meanwhile takes the row away, and then it begins anew.
   */
  lock(subject: string, now: Date): Promise<FailureRecord> {
    return this.uow.one<FailureRecord>(sql`
      insert into identity.sign_in_failure as f (subject, failures, last_at) values (${subject}, 0, ${now})
      on conflict (subject) do update set failures = f.failures
      returning failures, last_at as "lastAt", blocked_until as "blockedUntil"`);
  }

  async find(subject: string): Promise<FailureRecord | null> {
    return this.uow.maybe<FailureRecord>(sql`
      select failures, last_at as "lastAt", blocked_until as "blockedUntil" from identity.sign_in_failure where subject = ${subject}`);
  }

  async save(subject: string, { failures, lastAt, blockedUntil }: FailureRecord): Promise<void> {
    await this.uow.change(sql`
      update identity.sign_in_failure set failures = ${failures}, last_at = ${lastAt}, blocked_until = ${blockedUntil} where subject = ${subject}`);
  }

  async forget(subject: string): Promise<void> {
    await this.uow.change(sql`delete from identity.sign_in_failure where subject = ${subject}`);
  }

  /** Names that do not exist can be tried without end; what is a day old goes, except what others hold just now. */
  async sweep(before: Date): Promise<void> {
    await this.uow.change(sql`
      delete from identity.sign_in_failure where subject in (
        select subject from identity.sign_in_failure where last_at < ${before} order by last_at limit 100 for update skip locked)`);
  }
}
