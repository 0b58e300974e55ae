import type { Readable } from 'node:stream';
import { type Client, CopyDestinationOptions, CopySourceOptions } from 'minio';
import {
  ASIDE,
  demandInlet,
  DONE,
  DropKind,
  type DroppedFile,
  DropPlace,
  isCandidate,
  REASON_FILE,
} from './drop-place';
import { ObjectMissing } from './errors';
import { codeOf, S3Endpoints, type S3Options, unavailable } from './s3-endpoints';

interface ListedObject {
  readonly name?: string;
  readonly size?: number;
  readonly etag?: string;
  readonly lastModified?: Date;
}

const NOT_THERE = new Set(['NotFound', 'NoSuchKey', 'NoSuchBucket', 'PreconditionFailed']);

/** A bucket of its own, with a prefix for each inlet. A store shows an object only when it is whole. */
export class DropBucket extends DropPlace {
  readonly kind = DropKind.bucket;
  private readonly endpoints: S3Endpoints;
  private readonly bucket: string;
  private readonly region: string;

  constructor(options: S3Options) {
    super();
    this.endpoints = new S3Endpoints(options);
    this.bucket = options.bucket;
    this.region = options.region;
  }

  /** Prefixes need no making, the bucket does. */
  async prepare(): Promise<void> {
    await this.asked(async (client) => {
      if (!(await client.bucketExists(this.bucket))) await client.makeBucket(this.bucket, this.region);
    });
  }

  async list(inlet: string): Promise<DroppedFile[]> {
    const prefix = `${demandInlet(inlet)}/`;
    const files: DroppedFile[] = [];
    await this.asked(async (client) => {
      files.length = 0;
      const listing = client.listObjectsV2(this.bucket, prefix, false) as AsyncIterable<ListedObject>;
      for await (const { name, size, etag, lastModified } of listing) {
        const own = name?.slice(prefix.length) ?? '';
        if (own === '' || size === undefined || !lastModified || !isCandidate(own)) continue;
        const mark = `${etag ?? ''}-${lastModified.getTime()}`;
        files.push({ name: own, bytes: size, modifiedAt: lastModified, mark, whole: true });
      }
    });
    return files.sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime());
  }

  async open(inlet: string, file: DroppedFile): Promise<Readable> {
    if (!(await this.isStill(inlet, file))) throw new ObjectMissing(file.name);
    return this.asked((client) => client.getObject(this.bucket, keyOf(inlet, file)));
  }

  async remove(inlet: string, file: DroppedFile): Promise<void> {
    if (!(await this.isStill(inlet, file))) return;
    for (const key of [keyOf(inlet, file), `${keyOf(inlet, file)}${DONE}`])
      await this.asked((client) => client.removeObject(this.bucket, key));
  }

  async putAside(inlet: string, file: DroppedFile, { id, reason }: { id: string; reason: string }): Promise<void> {
    if (!(await this.isStill(inlet, file))) return;
    const folder = `${demandInlet(inlet)}/${ASIDE}/${id}`;
    const note = Buffer.from(`${reason}\n`);
    await this.asked((client) => client.putObject(this.bucket, `${folder}/${REASON_FILE}`, note, note.length));
    const source = new CopySourceOptions({ Bucket: this.bucket, Object: keyOf(inlet, file) });
    const target = new CopyDestinationOptions({ Bucket: this.bucket, Object: `${folder}/${file.name}` });
    await this.asked((client) => client.copyObject(source, target));
    await this.remove(inlet, file);
  }

  private async isStill(inlet: string, file: DroppedFile): Promise<boolean> {
    try {
      const found = await this.asked((client) => client.statObject(this.bucket, keyOf(inlet, file)));
      return found.size === file.bytes && file.mark.startsWith(`${found.etag}-`);
    } catch (error) {
      if (error instanceof ObjectMissing) return false;
      throw error;
    }
  }

  private async asked<T>(question: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await this.endpoints.ask(question);
    } catch (error) {
      throw NOT_THERE.has(codeOf(error)) ? new ObjectMissing(this.bucket) : unavailable(error);
    }
  }
}

const keyOf = (inlet: string, { name }: DroppedFile): string => `${demandInlet(inlet)}/${name}`;
