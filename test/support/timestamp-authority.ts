import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIGURATION = `
[req]
distinguished_name=dn
prompt=no
[dn]
CN=test
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
[authority]
basicConstraints=CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[server]
basicConstraints=CA:FALSE
extendedKeyUsage=critical,serverAuth
[tsa]
serial=serial
crypto_device=builtin
signer_cert=authority.pem
certs=ca.pem
signer_key=authority.key
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=sha256
tsa_name=yes
`;

/** An authority of RFC 3161 on this machine: `openssl ts` behind HTTP, with a root of its own. */
export class TestTimestampAuthority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'fubako-tsa-'));
  private server: Server | null = null;
  /** How often it was asked. */
  asked = 0;
  /** What it answers instead of a token. */
  refuses: 'nothing' | 'with-an-error' | 'the-answer-before' = 'nothing';
  private before: Buffer = Buffer.alloc(0);

  private constructor() {
    writeFileSync(this.path('authority.cnf'), CONFIGURATION);
    writeFileSync(this.path('serial'), '01');
    for (const name of ['ca', 'other-ca'])
      this.openssl(
        ...`req -x509 -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.pem -days 30 -subj /CN=${name} -config authority.cnf -extensions ca`.split(
          ' ',
        ),
      );
    this.openssl(
      ...'req -newkey rsa:2048 -nodes -keyout authority.key -out authority.csr -subj /CN=authority -config authority.cnf'.split(
        ' ',
      ),
    );
    this.certify('authority');
  }

  static async open(): Promise<TestTimestampAuthority> {
    const authority = new TestTimestampAuthority();
    await authority.listen();
    return authority;
  }

  get url(): string {
    if (!this.server) throw new Error('The authority is not open.');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The PEM file that tokens must lead to, and one of somebody else. */
  get certificates(): string {
    return this.path('ca.pem');
  }
  get foreignCertificates(): string {
    return this.path('other-ca.pem');
  }

  /** The same content, signed by the same root's certificate for something else. */
  signedForAnotherUse(token: Buffer): Buffer {
    this.certify('server');
    writeFileSync(this.path('token'), token);
    this.openssl(...'cms -verify -inform DER -in token -noverify -out content'.split(' '));
    this.openssl(
      ...'cms -sign -cades -binary -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -md sha256 -in content -signer server.pem -inkey authority.key -outform DER -out forged'.split(
        ' ',
      ),
    );
    return readFileSync(this.path('forged'));
  }

  /** A token as the authority makes it, without HTTP. */
  answer(query: Buffer): Buffer {
    writeFileSync(this.path('query'), query);
    this.openssl('ts', '-reply', '-config', 'authority.cnf', '-section', 'tsa', '-queryfile', 'query', '-out', 'reply');
    return readFileSync(this.path('reply'));
  }

  close(): void {
    this.server?.close();
    rmSync(this.folder, { recursive: true });
  }

  private certify(use: 'authority' | 'server'): void {
    this.openssl(
      ...`x509 -req -in authority.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out ${use}.pem -days 30 -extfile authority.cnf -extensions ${use}`.split(
        ' ',
      ),
    );
  }

  private async listen(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.asked += 1;
        if (this.refuses === 'with-an-error') return void response.writeHead(503).end();
        if (this.refuses === 'nothing') this.before = this.answer(Buffer.concat(chunks));
        response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(this.before);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.server = server;
  }

  private openssl(...call: string[]): void {
    execFileSync('openssl', call, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}
