import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import * as oidc from 'openid-client';
import { refuseAccess } from '../access-errors';
import type { ProviderSubject } from '../data/provider-rows';

/** How long what the provider says of itself is believed. */
const KNOWN_MS = 3_600_000;
const ANSWER_WITHIN_SECONDS = 10;
/** Methods of RFC 8176 that are more than a password. */
const STRONG = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face', 'iris', 'user', 'pop']);

/** What a browser is sent away with. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Somebody whom the provider has proven. */
export interface ProvenSubject extends ProviderSubject {
  /** 職員番号, as the configured claim says; null: it says none */
  readonly staffNo: string | null;
  /** Whether it asked for more than a password. */
  readonly secondFactor: boolean;
}

/**
 * 組織の認証: the identity provider of the municipality (OpenID Connect, ADR 0039). Tokens are checked by openid-client, signature
 * included, and forgotten. Nothing is asked of anybody unless `OIDC_ISSUER` is set.
 */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger('provider');
  private known: { readonly config: Promise<oidc.Configuration>; readonly until: number } | null = null;

  constructor(private readonly settings: Settings) {}

  /** @returns the address to send the browser to. @throws DomainError identity.no-provider, identity.provider-unavailable */
  async addressFor({ state, nonce, verifier, redirectUri }: Departure): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /** @param answer the address the browser came back to. @throws DomainError identity.provider-refused, identity.provider-unavailable */
  async prove(answer: URL, { state, nonce, verifier }: Omit<Departure, 'redirectUri'>): Promise<ProvenSubject> {
    const config = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no ID token');
      return this.subjectOf(claims);
    } catch (error) {
      this.logger.warn({ message: 'a sign-in at the provider was refused', reason: reasonOf(error) });
      throw refuseAccess('identity.provider-refused', {});
    }
  }

  private subjectOf(claims: oidc.IDToken): ProvenSubject {
    const { OIDC_CLAIM, OIDC_SECOND_FACTOR } = this.settings.values;
    const named = claims[OIDC_CLAIM];
    const methods = Array.isArray(claims['amr']) ? claims['amr'] : [];
    return {
      issuer: claims.iss,
      subject: claims.sub,
      staffNo: typeof named === 'string' || typeof named === 'number' ? String(named) || null : null,
      secondFactor: OIDC_SECOND_FACTOR === 'provider' || methods.some((method) => STRONG.has(String(method))),
    };
  }

  private async configuration(): Promise<oidc.Configuration> {
    if (!this.known || this.known.until < Date.now())
      this.known = { config: this.discover(), until: Date.now() + KNOWN_MS };
    try {
      return await this.known.config;
    } catch (error) {
      this.known = null;
      throw error;
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ALGORITHM } = this.settings.values;
    if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) throw refuseAccess('identity.no-provider', {});
    const insecure = OIDC_ISSUER.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const metadata = { client_secret: OIDC_CLIENT_SECRET, id_token_signed_response_alg: OIDC_ALGORITHM };
    try {
      return await oidc.discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, metadata, undefined, {
        // The library leaves signatures to TLS unless told otherwise.
        execute: [oidc.enableNonRepudiationChecks, ...insecure],
        timeout: ANSWER_WITHIN_SECONDS,
      });
    } catch (error) {
      this.logger.error({ message: 'the identity provider cannot be reached', reason: reasonOf(error) });
      throw refuseAccess('identity.provider-unavailable', {});
    }
  }
}

/** Words of the library, which repeat no token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${String(error.code)}: ${error.message}` : error.message;
}
