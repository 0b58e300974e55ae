import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import type { Session } from '../data/session-rows';
import { refuseAccess } from '../access-errors';
import { NewPasswords } from './new-passwords';
import { PasswordChanges } from './password-changes';
import { PasswordProof } from './password-proof';

/** One's own password: the former one proves the person, and every other session ends (ID-17). */
@Injectable()
export class ChangeMyPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proof: PasswordProof,
    private readonly newPasswords: NewPasswords,
    private readonly changes: PasswordChanges,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Call outside a unit of work.
   * @returns how many other sessions ended
   * @throws DomainError identity.wrong-password, identity.locked, identity.weak-password, identity.same-password
   */
  async run({ staffNo, id }: Session, { current, next }: { readonly current: string; readonly next: string }) {
    await this.proof.check(staffNo, current);
    if (current.normalize('NFKC') === next.normalize('NFKC')) throw refuseAccess('identity.same-password', {});
    const passwordHash = await this.newPasswords.hashFor(staffNo, next);
    return this.uow.run(async () => {
      const ended = await this.changes.apply(staffNo, { passwordHash, temporary: false, keep: id });
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: 'identity.password-changed',
        actor: staffNo,
        facts: {},
      });
      return ended;
    });
  }
}
