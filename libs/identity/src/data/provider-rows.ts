import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** What a browser went away with, to be compared with what it comes back with. */
export interface ProviderFlow {
  readonly browserSha256: Buffer;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly expiresAt: Date;
}

/** Somebody at an identity provider. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
}

@Injectable()
export class ProviderRows {
  constructor(private readonly uow: UnitOfWork) {}

  async begin({ browserSha256, state, nonce, verifier, expiresAt }: ProviderFlow): Promise<void> {
    await this.uow.change(sql`
      insert into identity.provider_flow (browser_sha256, state, nonce, verifier, expires_at)
      values (${browserSha256}, ${state}, ${nonce}, ${verifier}, ${expiresAt})`);
  }

  /** Answered once, whatever the answer is worth. */
  take(browserSha256: Buffer): Promise<ProviderFlow | null> {
    return this.uow.maybe<ProviderFlow>(sql`
      delete from identity.provider_flow where browser_sha256 = ${browserSha256}
      returning browser_sha256 as "browserSha256", state, nonce, verifier, expires_at as "expiresAt"`);
  }

  async sweep(before: Date): Promise<void> {
    await this.uow.change(sql`delete from identity.provider_flow where expires_at < ${before}`);
  }

  async ownerOf({ issuer, subject }: ProviderSubject): Promise<StaffNo | null> {
    const link = await this.uow.maybe<{ staffNo: StaffNo }>(sql`
      select staff_no as "staffNo" from identity.provider_link where issuer = ${issuer} and subject = ${subject}`);
    return link?.staffNo ?? null;
  }

  /** False when the account or the subject is linked otherwise already. */
  async link(staffNo: StaffNo, { issuer, subject }: ProviderSubject, at: Date): Promise<boolean> {
    const linked = await this.uow.change(sql`
      insert into identity.provider_link (staff_no, issuer, subject, linked_at)
      values (${staffNo}, ${issuer}, ${subject}, ${at}) on conflict do nothing`);
    return linked === 1;
  }

  async unlink(staffNo: StaffNo): Promise<void> {
    await this.uow.change(sql`delete from identity.provider_link where staff_no = ${staffNo}`);
  }
}
