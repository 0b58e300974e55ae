import type { Readable } from 'node:stream';
import { Client } from 'minio';
import { ObjectMissing, ObjectStoreUnavailable } from './errors';
import { demandKey, type ObjectHall, type ObjectKey, parseObjectKey } from './object-key';
import { type ByteRange, type ObjectHead, ObjectStore, type PutOutcome } from './object-store';
import { s3Transport } from './s3-transport';
import { byteStream, exactly } from './streams';

export interface S3Options {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly idleMs?: number;
}

interface ListedObject {
  readonly name?: string;
  readonly size?: number;
  readonly lastModified?: Date;
}

const NOT_THERE = new Set(['NotFound', 'NoSuchKey']);
const TAKEN = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** Any S3. One streaming PUT for each object: no parts, so nothing half-written can stay behind on the server. */
export class S3ObjectStore extends ObjectStore {
  private readonly client: Client;
  private readonly bucket: string;
  private readonly region: string;
  private bucketReady: Promise<void> | null = null;
  /** Whether the server knows `If-None-Match: *` on PUT; learnt from its first refusal. */
  private conditional = true;

  constructor(options: S3Options) {
    super();
    this.client = clientFor(options);
    this.bucket = options.bucket;
    this.region = options.region;
  }

  async putIfAbsent(key: ObjectKey, source: () => Readable, size: number): Promise<PutOutcome> {
    demandKey(key);
    await this.ensureBucket();
    // Asked first so that a whole file is not sent only to be refused; the condition on the PUT decides the race.
    if (await this.head(key)) return 'present';
    try {
      return await this.put(key, source, size);
    } catch (error) {
      if (!(error instanceof ObjectStoreUnavailable)) throw error;
      // The answer was lost, not necessarily the object: a content key holds the right bytes or fails the read-back.
      const kept = await this.head(key);
      if (kept?.bytes === size) return 'present';
      throw error;
    }
  }

  async open(key: ObjectKey, range?: ByteRange): Promise<Readable> {
    demandKey(key);
    const length = range && range.end - range.start + 1;
    return this.asked(key, () => this.client.getPartialObject(this.bucket, key, range?.start ?? 0, length ?? 0));
  }

  async head(key: ObjectKey): Promise<ObjectHead | null> {
    demandKey(key);
    try {
      const found = await this.asked(key, () => this.client.statObject(this.bucket, key));
      return { key, bytes: found.size, modifiedAt: found.lastModified };
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
  }

  async delete(key: ObjectKey): Promise<void> {
    demandKey(key);
    await this.asked(key, () => this.client.removeObject(this.bucket, key));
  }

  async *list(hall: ObjectHall): AsyncIterable<ObjectHead> {
    await this.ensureBucket();
    const listing = this.client.listObjectsV2(this.bucket, `${hall}/`, true) as AsyncIterable<ListedObject>;
    try {
      for await (const { name, size, lastModified } of listing) {
        const key = parseObjectKey(name ?? '');
        if (key && size !== undefined && lastModified) yield { key, bytes: size, modifiedAt: lastModified };
      }
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Single PUTs leave nothing half-written, so there is nothing to clear away. */
  sweep(): Promise<number> {
    return Promise.resolve(0);
  }

  async check(): Promise<void> {
    await this.ensureBucket();
    await this.asked(this.bucket, () => this.client.bucketExists(this.bucket));
  }

  private async put(key: ObjectKey, source: () => Readable, size: number): Promise<PutOutcome> {
    let failure: { readonly error: unknown } | null = null;
    const opened = source();
    const body = byteStream(exactly(opened, size, (error) => (failure = { error })));
    try {
      const headers = { 'Content-Length': size, 'Content-Type': 'application/octet-stream', ...this.condition() };
      const request = { method: 'PUT', bucketName: this.bucket, objectName: key, headers };
      const answer = await this.client.makeRequestStreamAsync(request, body, '', [200], this.region);
      answer.resume();
      return 'stored';
    } catch (error) {
      return this.afterFailedPut(error, failure);
    } finally {
      body.destroy();
      opened.destroy();
    }
  }

  /** A fault of the source is the caller's; a taken key is an answer; everything else is the store's. */
  private afterFailedPut(error: unknown, ofSource: { readonly error: unknown } | null): PutOutcome {
    if (ofSource) throw ofSource.error;
    if (TAKEN.has(codeOf(error))) return 'present';
    if (codeOf(error) === 'NotImplemented') this.conditional = false;
    throw unavailable(error);
  }

  private condition(): { 'If-None-Match'?: string } {
    return this.conditional ? { 'If-None-Match': '*' } : {};
  }

  private ensureBucket(): Promise<void> {
    this.bucketReady ??= this.makeBucketOnce().catch((error: unknown) => {
      this.bucketReady = null;
      throw unavailable(error);
    });
    return this.bucketReady;
  }

  private async makeBucketOnce(): Promise<void> {
    if (await this.client.bucketExists(this.bucket)) return;
    try {
      await this.client.makeBucket(this.bucket, this.region);
    } catch (error) {
      if (codeOf(error) !== 'BucketAlreadyOwnedByYou') throw error;
    }
  }

  private async asked<T>(key: string, question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw NOT_THERE.has(codeOf(error)) ? new ObjectMissing(key) : unavailable(error);
    }
  }
}

function clientFor(options: S3Options): Client {
  const endpoint = new URL(options.endpoint);
  const secure = endpoint.protocol === 'https:';
  const client = new Client({
    endPoint: endpoint.hostname,
    port: Number(endpoint.port) || (secure ? 443 : 80),
    useSSL: secure,
    region: options.region,
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    pathStyle: true,
    transport: s3Transport(secure, options.idleMs),
    // Retries belong to `Custody`, which can open the source again.
    retryOptions: { disableRetry: true },
  });
  // The body is signed as unsigned because it streams; what arrived is proven by reading it back.
  client.enableSHA256 = false;
  return client;
}

function unavailable(error: unknown): Error {
  if (error instanceof ObjectStoreUnavailable) return error;
  return new ObjectStoreUnavailable(codeOf(error) || 'unreachable', error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
