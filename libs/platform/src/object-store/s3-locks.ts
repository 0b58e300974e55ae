import { type Client, RETENTION_MODES } from 'minio';
import { ObjectMissing } from './errors';
import { demandKey, type ObjectKey } from './object-key';
import type { ObjectLocks, Protection } from './object-locks';
import { codeOf, type S3Endpoints, unavailable } from './s3-endpoints';

const NOT_THERE = new Set(['NotFound', 'NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed']);
/** What stores say of a bucket or an object without any lock. */
const NO_LOCK = new Set([
  'NoSuchObjectLockConfiguration',
  'ObjectLockConfigurationNotFoundError',
  'InvalidRequest',
  'NotImplemented',
  'InvalidBucketState',
]);

/** Object lock of an S3 bucket, by compliance: not even the owner of the store can shorten it. */
export class S3Locks implements ObjectLocks {
  private known: boolean | null = null;

  constructor(
    private readonly endpoints: S3Endpoints,
    private readonly bucket: string,
  ) {}

  async offered(): Promise<boolean> {
    this.known ??= (await this.orNull(() => this.configured())) ?? false;
    return this.known;
  }

  async of(key: ObjectKey): Promise<Protection> {
    demandKey(key);
    const retention = await this.orNull(() => this.asked(key, (client) => client.getObjectRetention(this.bucket, key)));
    const hold = await this.orNull(() => this.asked(key, (client) => client.getObjectLegalHold(this.bucket, key)));
    const until = retention?.mode === (RETENTION_MODES.COMPLIANCE as string) ? retention.retainUntilDate : null;
    return { retainUntil: until ? new Date(until) : null, hold: statusOf(hold) === 'ON' };
  }

  async set(key: ObjectKey, { retainUntil, hold }: Protection): Promise<void> {
    demandKey(key);
    const mode = RETENTION_MODES.COMPLIANCE;
    await this.asked(key, async (client) => {
      if (retainUntil)
        await client.putObjectRetention(this.bucket, key, {
          mode,
          retainUntilDate: retainUntil.toISOString(),
          versionId: '',
        });
      // It answers with a promise, which its types keep back.
      await (client.setObjectLegalHold(this.bucket, key, { status: hold ? 'ON' : 'OFF' }) as unknown as Promise<void>);
    });
  }

  private async configured(): Promise<boolean> {
    const configuration = await this.asked(
      null,
      (client) => client.getObjectLockConfig(this.bucket) as unknown as Promise<{ objectLockEnabled?: string }>,
    );
    return configuration.objectLockEnabled === 'Enabled';
  }

  private async orNull<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await question();
    } catch (error) {
      if (error instanceof Error && NO_LOCK.has(codeOf(error.cause))) return null;
      throw error;
    }
  }

  private async asked<T>(key: ObjectKey | null, question: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await this.endpoints.ask(question);
    } catch (error) {
      throw key && NOT_THERE.has(codeOf(error)) ? new ObjectMissing(key) : unavailable(error);
    }
  }
}

/** The client's types speak of the status alone; it hands out the whole element. */
function statusOf(hold: unknown): unknown {
  return typeof hold === 'object' && hold !== null && 'Status' in hold ? hold.Status : hold;
}
