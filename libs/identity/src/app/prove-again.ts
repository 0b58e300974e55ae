import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { FORMER_TOKEN_MS } from '../core/session-life';
import { AccountRows } from '../data/account-rows';
import { type Session, SessionRows } from '../data/session-rows';
import { refuseAccess } from '../access-errors';
import { PasskeyAnswers, type PasskeyCall } from './passkey-answers';
import { PasswordProof } from './password-proof';
import { SecondFactors } from './second-factors';
import { digestOf, newSessionToken } from './session-token';

export interface Proof extends PasskeyCall {
  readonly password: string | null;
  readonly code: string | null;
}

/** 本人確認 in an open session: afterwards its token is another one (ID-15). */
@Injectable()
export class ProveAgain {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly factors: SecondFactors,
    private readonly passwords: PasswordProof,
    private readonly passkeys: PasskeyAnswers,
  ) {}

  /**
   * Whoever has a second factor is proven by it, everybody else by the password.
   * @returns the new token, for the cookie
   * @throws DomainError identity.wrong-password, identity.wrong-code, identity.wrong-passkey, identity.locked
   */
  async run(session: Session, proof: Proof): Promise<string> {
    const { staffNo } = session;
    const factors = await this.uow.read(() => this.factors.of(staffNo));
    if (factors.length === 0) await this.passwords.check(staffNo, proof.password ?? '');
    else if (proof.answer) await this.checkPasskey(session, proof);
    else await this.passwords.counted(staffNo, () => this.checkCode(session, proof.code ?? ''));
    const token = newSessionToken();
    await this.uow.run(async () => {
      const at = await this.uow.now();
      const formerUntil = new Date(at.getTime() + FORMER_TOKEN_MS);
      await this.sessions.noteProof(session.id, { tokenSha256: digestOf(token), at, formerUntil });
    });
    return token;
  }

  private async checkPasskey({ staffNo }: Session, proof: Proof): Promise<void> {
    const passkey = await this.passkeys.accept('proof', proof);
    if (passkey.staffNo !== staffNo) throw refuseAccess('identity.wrong-passkey', {});
  }

  private async checkCode({ staffNo }: Session, code: string): Promise<void> {
    await this.uow.run(async () => {
      await this.accounts.lock(staffNo);
      if (!(await this.factors.proves(staffNo, code, await this.uow.now())))
        throw refuseAccess('identity.wrong-code', {});
    });
  }
}
