import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { refuseAccess } from '../access-errors';
import { ProviderRows } from '../data/provider-rows';
import { IdentityProvider } from './identity-provider';
import type { Caller, SignedIn } from './new-sessions';
import { ProviderPeople } from './provider-people';
import { digestOf, newSessionToken, tokenDigest } from './session-token';

const ANSWER_WITHIN_MS = 10 * 60_000;

export interface SentAway {
  readonly address: URL;
  /** For a cookie of this browser: nobody else can come back in its place. */
  readonly browserToken: string;
}

/** サインイン at the identity provider (ID-20): for existing accounts only, and for the subject that was linked first. */
@Injectable()
export class SignInByProvider {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProviderRows,
    private readonly provider: IdentityProvider,
    private readonly people: ProviderPeople,
  ) {}

  /** @throws DomainError identity.no-provider, identity.provider-unavailable */
  async begin(redirectUri: string): Promise<SentAway> {
    const [browserToken, state, nonce, verifier] = [1, 2, 3, 4].map(newSessionToken) as [
      string,
      string,
      string,
      string,
    ];
    const address = await this.provider.addressFor({ state, nonce, verifier, redirectUri });
    await this.uow.run(async () => {
      const now = await this.uow.now();
      await this.rows.sweep(now);
      const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
      await this.rows.begin({ browserSha256: digestOf(browserToken), state, nonce, verifier, expiresAt });
    });
    return { address, browserToken };
  }

  /**
   * @param answer the address the browser came back to
   * @throws DomainError identity.provider-refused, identity.provider-unknown-person, identity.provider-without-factor
   */
  async run(answer: URL, browserToken: string | null, caller: Caller): Promise<SignedIn> {
    const digest = tokenDigest(browserToken);
    const flow = await this.uow.run(async () => {
      const found = digest && (await this.rows.take(digest));
      return found && found.expiresAt > (await this.uow.now()) ? found : null;
    });
    if (!flow) throw refuseAccess('identity.provider-refused', {});
    return this.people.admit(await this.provider.prove(answer, flow), caller);
  }
}
