import { randomBytes } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampRequest, TimeStampResponse } from './timestamp-asn1';
import { openToken } from './timestamp-token';

const PATIENCE_MS = 20_000;
const LARGEST = 200_000;

export interface Timestamp {
  readonly token: Buffer;
  readonly time: Date;
}

/** 時刻認証局: an authority that signs the time under a hash (RFC 3161), over HTTP. It learns a hash and nothing else. */
export class TimestampAuthority {
  constructor(
    private readonly url: string,
    private readonly roots: readonly X509Certificate[],
  ) {}

  /** @param digest SHA-256 @throws Error that says why there is no token, or why this one is not taken */
  async stamp(digest: Buffer): Promise<Timestamp> {
    const request = new TimeStampRequest();
    request.messageImprint = Object.assign(new MessageImprint(), { hashedMessage: new OctetString(digest) });
    request.nonce = BigInt(`0x${randomBytes(8).toString('hex')}`);
    const { status, token } = AsnConvert.parse(await this.ask(AsnConvert.serialize(request)), TimeStampResponse);
    if (status.status > 1 || !token)
      throw new Error(`The authority refused: ${status.statusString?.join(' ') ?? `status ${status.status}`}`);
    const bytes = Buffer.from(token);
    const opened = openToken(bytes, digest, this.roots);
    if (opened?.nonce !== request.nonce) throw new Error('What the authority answered is no token over this root.');
    return { token: bytes, time: opened.time };
  }

  private async ask(request: ArrayBuffer): Promise<ArrayBuffer> {
    // oxlint-disable-next-line no-restricted-globals -- only the round of the sealer comes here, outside of any unit of work
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query' },
      body: request,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`The authority answered ${answer.status}.`);
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength > LARGEST) throw new Error(`The authority answered ${bytes.byteLength} bytes.`);
    return bytes;
  }
}
