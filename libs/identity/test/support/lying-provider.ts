import { type KeyObject, createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Lie {
  /** What the ID token says otherwise than it should. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** By what it is signed instead of the provider's key. */
  readonly signedBy?: (input: string, publicKey: KeyObject) => string;
  /** What the provider says of itself otherwise. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A provider that answers every code with an ID token of the test's making. */
export class LyingProvider {
  lie: Lie = {};
  nonce = '';
  /** Bodies that came to the token endpoint. */
  readonly asked: URLSearchParams[] = [];
  requests = 0;
  readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly kid = randomUUID();
  private readonly server: Server = createServer((request, response) => {
    this.requests++;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/token') this.asked.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(this.answerTo(request.url ?? '')));
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private answerTo(path: string): object {
    if (path === '/jwks') {
      const jwk = createPublicKey(this.key.privateKey).export({ format: 'jwk' });
      return { keys: [{ ...jwk, kid: this.kid, use: 'sig', alg: 'RS256' }] };
    }
    if (path === '/token') return { access_token: 'a', token_type: 'Bearer', id_token: this.idToken() };
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...this.lie.metadata,
    };
  }

  private idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: 'fubako',
      sub: 'subject-of-1016',
      employee_number: '1016',
      nonce: this.nonce,
      iat: now,
      exp: now + 300,
      ...this.lie.claims,
    };
    const input = `${encoded({ alg: 'RS256', kid: this.kid, ...this.lie.header })}.${encoded(claims)}`;
    const signed = this.lie.signedBy?.(input, createPublicKey(this.key.privateKey));
    return `${input}.${signed ?? sign('sha256', Buffer.from(input), this.key.privateKey).toString('base64url')}`;
  }
}

/** HMAC with the public key as the secret: RS256 taken for HS256. */
export const withPublicKeyAsSecret = (input: string, publicKey: KeyObject): string =>
  createHmac('sha256', publicKey.export({ format: 'pem', type: 'spki' }))
    .update(input)
    .digest('base64url');

export const withAnotherKey = (input: string): string =>
  sign('sha256', Buffer.from(input), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey).toString(
    'base64url',
  );
