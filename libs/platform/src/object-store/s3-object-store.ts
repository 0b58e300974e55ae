import type { Readable } from 'node:stream';
import { type Client, S3Error } from 'minio';
import { ObjectMissing, ObjectStoreUnavailable } from './errors';
import { demandKey, type ObjectHall, type ObjectKey, parseObjectKey, sha256Of } from './object-key';
import { type ByteRange, type ObjectHead, ObjectStore, type PutOutcome } from './object-store';
import { S3Locks } from './s3-locks';
import { codeOf, S3Endpoints, type S3Options, unavailable } from './s3-endpoints';
import { byteStream, exactly } from './streams';

interface ListedObject {
  readonly name?: string;
  readonly size?: number;
  readonly lastModified?: Date;
  readonly versionId?: unknown;
}

const NOT_THERE = new Set(['NotFound', 'NoSuchKey']);
const TAKEN = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** Any S3. One streaming PUT for each object: no parts, so nothing half-written can stay behind on the server. */
export class S3ObjectStore extends ObjectStore {
  override readonly locks: S3Locks;
  private readonly endpoints: S3Endpoints;
  private readonly lockable: boolean;
  private readonly bucket: string;
  private readonly region: string;
  /** Whether the bucket keeps versions, so that removing leaves them behind; asked once. */
  private versioned: boolean | null = null;
  private bucketReady: Promise<void> | null = null;
  /** Whether the server knows `If-None-Match: *` on PUT; learnt from its first refusal. */
  private conditional = true;

  constructor(options: S3Options) {
    super();
    this.endpoints = new S3Endpoints(options);
    this.bucket = options.bucket;
    this.region = options.region;
    this.lockable = options.lockable ?? false;
    this.locks = new S3Locks(this.endpoints, options.bucket);
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
    return this.asked(key, (client) => client.getPartialObject(this.bucket, key, range?.start ?? 0, length ?? 0));
  }

  async head(key: ObjectKey): Promise<ObjectHead | null> {
    demandKey(key);
    try {
      const found = await this.asked(key, (client) => client.statObject(this.bucket, key));
      return { key, bytes: found.size, modifiedAt: found.lastModified };
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
  }

  async delete(key: ObjectKey): Promise<void> {
    demandKey(key);
    this.versioned ??= await this.keepsVersions();
    if (!this.versioned) return this.asked(key, (client) => client.removeObject(this.bucket, key));
    for (const versionId of await this.versionsOf(key))
      await this.asked(key, (client) => client.removeObject(this.bucket, key, { versionId }));
  }

  async *list(hall: ObjectHall): AsyncIterable<ObjectHead> {
    await this.ensureBucket();
    const listing = this.endpoints.current.streaming.listObjectsV2(
      this.bucket,
      `${hall}/`,
      true,
    ) as AsyncIterable<ListedObject>;
    try {
      for await (const { name, size, lastModified } of listing) {
        const key = parseObjectKey(name ?? '');
        if (key && size !== undefined && lastModified) yield { key, bytes: size, modifiedAt: lastModified };
      }
    } catch (error) {
      this.endpoints.goOn(error);
      throw unavailable(error);
    }
  }

  /** Single PUTs leave nothing half-written, so there is nothing to clear away. */
  sweep(): Promise<number> {
    return Promise.resolve(0);
  }

  async check(): Promise<void> {
    await this.ensureBucket();
    await this.asked(this.bucket, (client) => client.bucketExists(this.bucket));
  }

  private async keepsVersions(): Promise<boolean> {
    try {
      const { Status: status } = (await this.endpoints.ask((client) => client.getBucketVersioning(this.bucket))) as {
        Status?: unknown;
      };
      return status === 'Enabled' || status === 'Suspended';
    } catch (error) {
      // A store that knows no versions refuses to speak of them.
      if (error instanceof S3Error) return false;
      throw unavailable(error);
    }
  }

  /** Marks of deletion among them: they hide the object, and they go too. */
  private async versionsOf(key: ObjectKey): Promise<string[]> {
    const { streaming } = this.endpoints.current;
    const listing = streaming.listObjects(this.bucket, key, true, { IncludeVersion: true });
    const versions: string[] = [];
    try {
      for await (const found of listing as AsyncIterable<ListedObject>)
        if (found.name === key && found.versionId) versions.push(String(found.versionId));
    } catch (error) {
      this.endpoints.goOn(error);
      throw unavailable(error);
    }
    return versions;
  }

  private async put(key: ObjectKey, source: () => Readable, size: number): Promise<PutOutcome> {
    let failure: { readonly error: unknown } | null = null;
    const opened = source();
    const body = byteStream(exactly(opened, size, (error) => (failure = { error })));
    try {
      const answer = await this.send(key, body, size);
      answer.resume();
      return 'stored';
    } catch (error) {
      return this.afterFailedPut(error, failure);
    } finally {
      body.destroy();
      opened.destroy();
    }
  }

  /** Content is sent with the hash that is its name: the store itself refuses what changed on the way. */
  private send(key: ObjectKey, body: Readable, size: number): ReturnType<Client['makeRequestStreamAsync']> {
    const headers = { 'Content-Length': size, 'Content-Type': 'application/octet-stream', ...this.condition() };
    const request = { method: 'PUT', bucketName: this.bucket, objectName: key, headers };
    const sha256 = sha256Of(key);
    const { streaming, sealing } = this.endpoints.current;
    // Quarantined bytes are hashed while they flow, so their hash cannot stand in front of them.
    const client = sha256 ? sealing : streaming;
    return client.makeRequestStreamAsync(request, body, sha256 ?? '', [200], this.region);
  }

  /** A fault of the source is the caller's; a taken key is an answer; everything else is the store's. */
  private afterFailedPut(error: unknown, ofSource: { readonly error: unknown } | null): PutOutcome {
    if (ofSource) throw ofSource.error;
    if (TAKEN.has(codeOf(error))) return 'present';
    if (codeOf(error) === 'NotImplemented') this.conditional = false;
    this.endpoints.goOn(error);
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
    if (await this.endpoints.ask((client) => client.bucketExists(this.bucket))) return;
    try {
      await this.endpoints.current.streaming.makeBucket(this.bucket, this.region, { ObjectLocking: this.lockable });
    } catch (error) {
      if (codeOf(error) !== 'BucketAlreadyOwnedByYou') throw error;
    }
  }

  private async asked<T>(key: string, question: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await this.endpoints.ask(question);
    } catch (error) {
      throw NOT_THERE.has(codeOf(error)) ? new ObjectMissing(key) : unavailable(error);
    }
  }
}
