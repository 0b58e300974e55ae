import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { refuseAccess } from '../access-errors';
import { type Caller, NewSessions, type SignedIn } from './new-sessions';
import { PasskeyAnswers, type PasskeyCall, type Place } from './passkey-answers';
import { UsableAccounts } from './usable-accounts';

/** サインイン by passkey: the authenticator has verified its holder, so it is both factors in one (ID-16). */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly passkeys: PasskeyAnswers,
    private readonly accounts: UsableAccounts,
    private readonly newSessions: NewSessions,
  ) {}

  ask(place: Place): Promise<object> {
    return this.passkeys.ask('sign_in', null, place);
  }

  /** @throws DomainError identity.wrong-passkey */
  async run(call: PasskeyCall, caller: Caller): Promise<SignedIn> {
    const { staffNo } = await this.passkeys.accept('sign_in', call);
    return this.uow.run(async () => {
      if (!(await this.accounts.of(staffNo))) throw refuseAccess('identity.wrong-passkey', {});
      return this.newSessions.open(staffNo, caller, true);
    });
  }
}
