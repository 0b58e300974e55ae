import { createHash } from 'node:crypto';
import { RETENTION_MODES } from 'minio';
import { S3Endpoints, type S3Options, unavailable } from './s3-endpoints';

/** One object as it was first written. */
export interface LockedObject {
  readonly name: string;
  readonly versionId: string;
  readonly bytes: number;
}

interface ListedVersion {
  readonly name?: string;
  readonly size?: number;
  readonly lastModified?: Date;
  readonly versionId?: string;
  readonly isDeleteMarker?: boolean | string;
}

/**
 * A bucket that keeps what it was given: each object is written once, under compliance retention. What somebody lays over it
 * later, another version or a mark of deletion, is looked past: the first version counts.
 */
export class LockedBucket {
  private readonly endpoints: S3Endpoints;
  private readonly region: string;
  readonly bucket: string;
  private ready = false;

  constructor(
    options: S3Options,
    private readonly days: number,
  ) {
    this.endpoints = new S3Endpoints(options);
    this.bucket = options.bucket;
    this.region = options.region;
  }

  /** @param now from when the retention counts @throws ObjectStoreUnavailable, also when the bucket cannot lock or the name is taken */
  async write(name: string, bytes: Buffer, now: Date): Promise<void> {
    await this.prepare();
    const headers = {
      'Content-Type': 'application/octet-stream',
      // Stores ask for it where something is locked.
      'Content-MD5': createHash('md5').update(bytes).digest('base64'),
      'If-None-Match': '*',
      'x-amz-object-lock-mode': RETENTION_MODES.COMPLIANCE,
      'x-amz-object-lock-retain-until-date': new Date(now.getTime() + this.days * 86_400_000).toISOString(),
    };
    const request = { method: 'PUT', bucketName: this.bucket, objectName: name, headers };
    await this.asked(async () => {
      const { streaming } = this.endpoints.current;
      const answer = await streaming.makeRequestAsync(request, bytes, [200], this.region);
      answer.resume();
    });
  }

  /** In the order of their names, the first version of each; whoever has enough stops. */
  async *list(): AsyncIterable<LockedObject> {
    if (!(await this.exists())) return;
    const { streaming } = this.endpoints.current;
    const listing = streaming.listObjects(this.bucket, '', true, { IncludeVersion: true });
    try {
      yield* firstVersions(listing as AsyncIterable<ListedVersion>);
    } catch (error) {
      this.endpoints.goOn(error);
      throw unavailable(error);
    }
  }

  async read({ name, versionId }: LockedObject): Promise<Buffer> {
    const stream = await this.asked(() =>
      this.endpoints.ask((client) => client.getObject(this.bucket, name, { versionId })),
    );
    return Buffer.concat(await stream.toArray());
  }

  /** Until when nobody can remove it. */
  async lockedUntil({ name, versionId }: LockedObject): Promise<Date | null> {
    const found = await this.asked(() =>
      this.endpoints.ask((client) => client.getObjectRetention(this.bucket, name, { versionId })),
    );
    return found?.mode === (RETENTION_MODES.COMPLIANCE as string) ? new Date(found.retainUntilDate) : null;
  }

  private exists(): Promise<boolean> {
    return this.asked(() => this.endpoints.ask((client) => client.bucketExists(this.bucket)));
  }

  /** Makes the bucket when it is missing. That one cannot lock is said by the store at the first write. */
  private async prepare(): Promise<void> {
    if (this.ready) return;
    if (!(await this.exists()))
      await this.asked(() =>
        this.endpoints.current.streaming.makeBucket(this.bucket, this.region, { ObjectLocking: true }),
      );
    this.ready = true;
  }

  private async asked<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw unavailable(error);
    }
  }
}

/** Of each name the oldest version that is no mark of deletion. Versions of one name stand together. */
async function* firstVersions(listing: AsyncIterable<ListedVersion>): AsyncIterable<LockedObject> {
  let oldest: { readonly object: LockedObject; readonly at: number } | undefined;
  for await (const { name, size, lastModified, versionId, isDeleteMarker } of listing) {
    if (name === undefined || versionId === undefined || String(isDeleteMarker) === 'true') continue;
    if (oldest && oldest.object.name !== name) yield oldest.object;
    const at = lastModified?.getTime() ?? 0;
    if (oldest?.object.name !== name || at <= oldest.at) oldest = { object: { name, versionId, bytes: size ?? 0 }, at };
  }
  if (oldest) yield oldest.object;
}
