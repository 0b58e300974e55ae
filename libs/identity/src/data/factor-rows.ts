import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { FactorSecrets } from './factor-secrets';

export interface Totp {
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
}

interface StoredTotp extends Omit<Totp, 'secret'> {
  readonly secret: Buffer | null;
  readonly sealed: Buffer | null;
}

/** 認証アプリ and 予備コード. Call inside a unit of work. */
@Injectable()
export class FactorRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: FactorSecrets,
  ) {}

  /** Locked, so that one code is not used twice side by side. A secret of an earlier version is sealed now (ID-21). */
  async lockTotp(staffNo: StaffNo): Promise<Totp | null> {
    const row = await this.uow.maybe<StoredTotp>(sql`
      select secret, sealed, confirmed_at as "confirmedAt", last_step::int as "lastStep" from identity.totp
      where staff_no = ${staffNo} for update`);
    if (!row) return null;
    const { secret, sealed, ...rest } = row;
    if (sealed) return { ...rest, secret: this.secrets.open(sealed, staffNo) };
    if (!secret) throw new Error('A secret is kept in one form or the other.');
    await this.uow.change(sql`
      update identity.totp set secret = null, sealed = ${await this.secrets.seal(secret, staffNo)} where staff_no = ${staffNo}`);
    return { ...rest, secret };
  }

  async totpSince(staffNo: StaffNo): Promise<Date | null> {
    const row = await this.uow.maybe<{ since: Date | null }>(
      sql`select confirmed_at as since from identity.totp where staff_no = ${staffNo}`,
    );
    return row?.since ?? null;
  }

  /** An unconfirmed secret is replaced by the next one; a confirmed one stays. @returns whether it was kept */
  async beginTotp(staffNo: StaffNo, secret: Buffer, at: Date): Promise<boolean> {
    const sealed = await this.secrets.seal(secret, staffNo);
    const kept = await this.uow.change(sql`
      insert into identity.totp (staff_no, sealed, created_at) values (${staffNo}, ${sealed}, ${at})
      on conflict (staff_no) do update
      set secret = null, sealed = excluded.sealed, created_at = excluded.created_at, last_step = 0
      where totp.confirmed_at is null`);
    return kept === 1;
  }

  async useStep(staffNo: StaffNo, step: number): Promise<void> {
    await this.uow.change(sql`update identity.totp set last_step = ${step} where staff_no = ${staffNo}`);
  }

  async confirmTotp(staffNo: StaffNo, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.totp set confirmed_at = ${at} where staff_no = ${staffNo} and confirmed_at is null`);
  }

  async removeTotp(staffNo: StaffNo): Promise<boolean> {
    return (await this.uow.change(sql`delete from identity.totp where staff_no = ${staffNo}`)) > 0;
  }

  /** The codes of before no longer open anything. */
  async replaceCodes(staffNo: StaffNo, digests: readonly Buffer[]): Promise<void> {
    await this.removeCodes(staffNo);
    await this.uow.change(sql`
      insert into identity.recovery_code (staff_no, code_sha256) select ${staffNo}, d from unnest(${digests}::bytea[]) d`);
  }

  async removeCodes(staffNo: StaffNo): Promise<void> {
    await this.uow.change(sql`delete from identity.recovery_code where staff_no = ${staffNo}`);
  }

  async codesLeft(staffNo: StaffNo): Promise<number> {
    const { left } = await this.uow.one<{ left: number }>(sql`
      select count(*)::int as left from identity.recovery_code where staff_no = ${staffNo} and used_at is null`);
    return left;
  }

  /** @returns whether the code was good and not yet used */
  async useCode(staffNo: StaffNo, digest: Buffer, at: Date): Promise<boolean> {
    const used = await this.uow.change(sql`
      update identity.recovery_code set used_at = ${at}
      where staff_no = ${staffNo} and code_sha256 = ${digest} and used_at is null`);
    return used === 1;
  }
}
