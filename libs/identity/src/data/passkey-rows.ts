import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** パスキー */
export interface Passkey {
  readonly credentialId: string;
  readonly staffNo: StaffNo;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

export type ChallengePurpose = 'sign_in' | 'enrol' | 'proof';

export interface PasskeyChallenge {
  readonly challenge: string;
  readonly purpose: ChallengePurpose;
  readonly staffNo: StaffNo | null;
  readonly expiresAt: Date;
}

const columns = sql`
  credential_id as "credentialId", staff_no as "staffNo", public_key as "publicKey", counter::int, transports, name,
  created_at as "createdAt", used_at as "usedAt"`;

/** Call inside a unit of work. */
@Injectable()
export class PasskeyRows {
  constructor(private readonly uow: UnitOfWork) {}

  of(staffNo: StaffNo): Promise<Passkey[]> {
    return this.uow.rows(
      sql`select ${columns} from identity.passkey where staff_no = ${staffNo} order by created_at, credential_id`,
    );
  }

  find(credentialId: string): Promise<Passkey | null> {
    return this.uow.maybe<Passkey>(
      sql`select ${columns} from identity.passkey where credential_id = ${credentialId} for update`,
    );
  }

  /** False when the authenticator is enrolled already. */
  async insert(passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
    const inserted = await this.uow.change(sql`
      insert into identity.passkey (credential_id, staff_no, public_key, counter, transports, name, created_at)
      values (${passkey.credentialId}, ${passkey.staffNo}, ${passkey.publicKey}, ${passkey.counter},
        ${passkey.transports}, ${passkey.name}, ${passkey.createdAt})
      on conflict do nothing`);
    return inserted === 1;
  }

  async noteUse(credentialId: string, counter: number, at: Date): Promise<void> {
    await this.uow.change(sql`
      update identity.passkey set counter = ${counter}, used_at = ${at} where credential_id = ${credentialId}`);
  }

  async remove(staffNo: StaffNo, credentialId: string): Promise<boolean> {
    const removed = await this.uow.change(sql`
      delete from identity.passkey where staff_no = ${staffNo} and credential_id = ${credentialId}`);
    return removed === 1;
  }

  async removeAll(staffNo: StaffNo): Promise<number> {
    return this.uow.change(sql`delete from identity.passkey where staff_no = ${staffNo}`);
  }

  async ask({ challenge, purpose, staffNo, expiresAt }: PasskeyChallenge): Promise<void> {
    await this.uow.change(sql`
      insert into identity.passkey_challenge (challenge, purpose, staff_no, expires_at)
      values (${challenge}, ${purpose}, ${staffNo}, ${expiresAt})`);
  }

  /** A challenge is answered once, whatever the answer is worth. */
  async take(challenge: string): Promise<PasskeyChallenge | null> {
    return this.uow.maybe<PasskeyChallenge>(sql`
      delete from identity.passkey_challenge where challenge = ${challenge}
      returning challenge, purpose, staff_no as "staffNo", expires_at as "expiresAt"`);
  }

  async sweep(before: Date): Promise<void> {
    await this.uow.change(sql`delete from identity.passkey_challenge where expires_at < ${before}`);
  }
}
