import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { ABSOLUTE_MS } from '../core/session-life';
import { type Account, AccountRows } from '../data/account-rows';
import { SessionRows } from '../data/session-rows';
import { refuse } from '../errors';
import { Passwords } from './passwords';
import { newSessionToken, tokenDigest } from './session-token';
import { type Attempt, SignInAttempts } from './sign-in-attempts';

const LONGEST_CLIENT = 200;

export interface SignInRequest extends Attempt {
  readonly password: string;
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

/** サインイン with login name and password. An unknown, a disabled and a mistyped account look alike, in text and in time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: SignInAttempts,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly passwords: Passwords,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError identity.wrong-credentials, identity.locked */
  async run(request: SignInRequest): Promise<SignedIn> {
    const account = await this.begin(request);
    const usable = account !== null && this.isUsable(account) ? account : null;
    const matches = await this.passwords.matches(usable?.passwordHash ?? null, request.password);
    if (!usable || !matches) {
      await this.uow.run(async () => this.attempts.failed(request, await this.uow.now()));
      throw refuse('identity.wrong-credentials', {});
    }
    const newHash = this.passwords.isOutdated(usable.passwordHash) ? await this.passwords.hash(request.password) : null;
    return this.open(request, usable, newHash);
  }

  private begin(request: SignInRequest): Promise<Account | null> {
    return this.uow.run(async () => {
      await this.attempts.begin(request, await this.uow.now());
      return this.accounts.byLogin(request.login);
    });
  }

  /** Printed passwords open nothing once demo mode is off. */
  private isUsable({ disabledAt, demo }: Account): boolean {
    return disabledAt === null && (!demo || (this.settings.values.DEMO && !this.settings.production));
  }

  private open(request: SignInRequest, account: Account, newHash: string | null): Promise<SignedIn> {
    const token = newSessionToken();
    return this.uow.run(async () => {
      const now = await this.uow.now();
      const current = await this.accounts.lock(account.staffNo);
      if (current?.passwordHash !== account.passwordHash || current.disabledAt)
        throw refuse('identity.wrong-credentials', {});
      await this.attempts.succeeded(request);
      if (newHash) await this.accounts.renewHash(account, newHash);
      const former = tokenDigest(request.formerToken);
      if (former) await this.sessions.revoke(former, now);
      await this.sessions.insert({
        tokenSha256: digestOf(token),
        staffNo: account.staffNo,
        createdAt: now,
        absoluteEnd: new Date(now.getTime() + ABSOLUTE_MS),
        client: request.client.slice(0, LONGEST_CLIENT).toWellFormed(),
      });
      return { staffNo: account.staffNo, token };
    });
  }
}

function digestOf(token: string): Buffer {
  const digest = tokenDigest(token);
  if (!digest) throw new Error('A new session token has the form of a session token.');
  return digest;
}
