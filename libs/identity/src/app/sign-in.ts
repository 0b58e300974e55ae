import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import type { Account } from '../data/account-rows';
import { refuseAccess } from '../access-errors';
import { refuse } from '../errors';
import { type Caller, NewSessions, type SignedIn } from './new-sessions';
import { Passwords } from './passwords';
import { SecondFactors } from './second-factors';
import { type Attempt, SignInAttempts } from './sign-in-attempts';
import { UsableAccounts } from './usable-accounts';

export interface SignInRequest extends Attempt, Caller {
  readonly password: string;
  /** Code of the authenticator app or a recovery code; null in the first step. */
  readonly code: string | null;
}

/**
 * サインイン with login name and password, and in a second step a code where the person has one. An unknown, a disabled and a
 * mistyped account look alike, in text and in time; only who knows the password learns that a code is needed.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: SignInAttempts,
    private readonly accounts: UsableAccounts,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly newSessions: NewSessions,
  ) {}

  /** @throws DomainError identity.wrong-credentials, identity.locked, identity.second-factor-needed, identity.wrong-code */
  async run(request: SignInRequest): Promise<SignedIn> {
    const account = await this.begin(request);
    const matches = await this.passwords.matches(account?.passwordHash ?? null, request.password);
    if (!account || !matches) return this.failed(request, refuse('identity.wrong-credentials', {}));
    const newHash = this.passwords.isOutdated(account.passwordHash)
      ? await this.passwords.hash(request.password)
      : null;
    return (
      (await this.open(request, account, newHash)) ?? this.failed(request, refuseAccess('identity.wrong-code', {}))
    );
  }

  private begin(request: SignInRequest): Promise<Account | null> {
    return this.uow.run(async () => {
      await this.attempts.begin(request, await this.uow.now());
      return this.accounts.byLogin(request.login);
    });
  }

  private async failed(request: SignInRequest, refusal: Error): Promise<never> {
    await this.uow.run(async () => this.attempts.failed(request, await this.uow.now()));
    throw refusal;
  }

  /** Null: the code of the second step is wrong. */
  private open(request: SignInRequest, account: Account, newHash: string | null): Promise<SignedIn | null> {
    return this.uow.run(async () => {
      const current = await this.accounts.of(account.staffNo);
      if (current?.passwordHash !== account.passwordHash) throw refuse('identity.wrong-credentials', {});
      const factors = await this.factors.of(account.staffNo);
      const proven = factors.length > 0 && (await this.provesSecond(request, account, factors));
      if (factors.length > 0 && !proven) return null;
      await this.attempts.succeeded(request);
      if (newHash) await this.accounts.renewHash(account, newHash);
      return this.newSessions.open(account.staffNo, request, proven);
    });
  }

  private async provesSecond({ code }: SignInRequest, { staffNo }: Account, factors: readonly string[]) {
    if (code === null) throw refuseAccess('identity.second-factor-needed', { factors: [...factors] });
    return this.factors.proves(staffNo, code, await this.uow.now());
  }
}
