import { Injectable, Logger } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { SecretBox, SecretKeyMissing, secretKeysFor } from '@fubako/platform/secret-box';
import { refuseAccess } from '../access-errors';

/** Secrets of authenticator apps as they lie in the database (ID-21). Keys are looked for when the first one is needed. */
@Injectable()
export class FactorSecrets {
  private readonly logger = new Logger('secrets');
  private box: SecretBox | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  /**
   * Call inside a unit of work. A process that lacks the key of the others seals nothing: what it sealed would open for itself alone.
   * @throws DomainError identity.secrets-locked
   */
  async seal(secret: Buffer, staffNo: StaffNo): Promise<Buffer> {
    const box = this.current();
    await this.uow.change(
      sql`insert into identity.sealing_key (name) values (${box.name}) on conflict (only_one) do nothing`,
    );
    const { name } = await this.uow.one<{ name: Buffer }>(sql`select name from identity.sealing_key for update`);
    if (!box.has(name)) throw this.locked();
    if (!name.equals(box.name)) await this.uow.change(sql`update identity.sealing_key set name = ${box.name}`);
    return box.seal(secret, staffNo);
  }

  /** @throws DomainError identity.secrets-locked */
  open(sealed: Buffer, staffNo: StaffNo): Buffer {
    try {
      return this.current().open(sealed, staffNo);
    } catch (error) {
      throw error instanceof SecretKeyMissing ? this.locked() : error;
    }
  }

  private current(): SecretBox {
    return (this.box ??= new SecretBox(secretKeysFor(this.settings.values)));
  }

  private locked(): Error {
    this.logger.error(new SecretKeyMissing().message);
    return refuseAccess('identity.secrets-locked', {});
  }
}
