import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@fubako/kernel';
import { CLIENT_POLICY, LOGIN_POLICY, afterFailure, waitMs } from '../core/lockout';
import { FailureRows } from '../data/failure-rows';
import { refuse } from '../errors';

const DAY_MS = 86_400_000;

/** Who tries: a login name, whether it exists or not, from an address. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
}

/** Counts failed sign-ins (ID-4, ID-5). Call inside a unit of work. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly rows: FailureRows) {}

  /**
   * Counts the attempt as a failure before the password is looked at: guesses made side by side cannot slip past the limit.
   * @throws DomainError identity.locked
   */
  async begin(attempt: Attempt, now: Date): Promise<void> {
    const clientWait = waitMs(await this.rows.find(clientOf(attempt)), now);
    const record = await this.rows.lock(loginOf(attempt), now);
    const wait = Math.max(clientWait, waitMs(record, now));
    if (wait > 0) throw refuse('identity.locked', { retryAfterSeconds: Math.ceil(wait / 1000) });
    await this.rows.save(loginOf(attempt), afterFailure(record, now, LOGIN_POLICY));
  }

  async failed(attempt: Attempt, now: Date): Promise<void> {
    const record = await this.rows.lock(clientOf(attempt), now);
    await this.rows.save(clientOf(attempt), afterFailure(record, now, CLIENT_POLICY));
    await this.rows.sweep(new Date(now.getTime() - DAY_MS));
  }

  async succeeded(attempt: Pick<Attempt, 'login'>): Promise<void> {
    await this.rows.forget(loginOf(attempt));
  }
}

/** People type passwords into the wrong field, so the name itself is not kept. */
function loginOf({ login }: Pick<Attempt, 'login'>): string {
  return `login:${sha256Hex(Buffer.from(login))}`;
}

function clientOf({ address }: Attempt): string {
  return `client:${address}`;
}
