import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody, type ObjectFault, ObjectHall, ObjectStore, sha256Of } from '@fubako/platform/object-store';
import { RemovalRows } from '../data/removal-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { UploadRows } from '../data/upload-rows';

export interface DamagedObject {
  readonly sha256: string;
  readonly fault: ObjectFault;
  readonly bytes: number;
  readonly mediaType: string;
  /** Some of the names it came under; empty for renditions. */
  readonly fileNames: readonly string[];
}

export interface ObjectsReport {
  readonly checked: number;
  readonly sound: number;
  readonly damaged: readonly DamagedObject[];
  /** Content in the store that no row knows: left by a crash between keeping and registering, or put there by others. */
  readonly unregistered: readonly string[];
  /** Lawfully removed content whose bytes have still to go (SCN-13). */
  readonly owedRemovals: number;
}

const PAGE = 100;
const HASH = /^[0-9a-f]{64}$/;

/** 点検: reads every stored object from end to end and compares it with what was admitted (SCN-12). */
@Injectable()
export class VerifyObjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly store: ObjectStore,
    private readonly objects: StoredObjects,
    private readonly uploads: UploadRows,
    private readonly removals: RemovalRows,
  ) {}

  /** @param progress told how many objects were read so far */
  async run(progress: (checked: number) => void = () => undefined): Promise<ObjectsReport> {
    const damaged: DamagedObject[] = [];
    let checked = 0;
    for (let after = ''; ;) {
      const page = await this.uow.read(() => this.objects.page(after, PAGE));
      const last = page.at(-1);
      if (!last) break;
      damaged.push(...(await this.verifyPage(page)));
      after = last.sha256;
      checked += page.length;
      progress(checked);
    }
    return { checked, sound: checked - damaged.length, damaged, ...(await this.strangers()) };
  }

  private async verifyPage(page: readonly StoredObject[]): Promise<DamagedObject[]> {
    const damaged: DamagedObject[] = [];
    const sound: string[] = [];
    for (const object of page) {
      const fault = await this.custody.inspect(object);
      if (fault) damaged.push(await this.describe(object, fault));
      else sound.push(object.sha256);
    }
    await this.uow.run(async () => this.objects.markVerified(sound, await this.uow.now()));
    return damaged;
  }

  private async describe({ sha256, bytes, mediaType }: StoredObject, fault: ObjectFault): Promise<DamagedObject> {
    return { sha256, fault, bytes, mediaType, fileNames: await this.uow.read(() => this.uploads.namesOf(sha256)) };
  }

  private async strangers(): Promise<Pick<ObjectsReport, 'unregistered' | 'owedRemovals'>> {
    const strangers: string[] = [];
    let owedRemovals = 0;
    let batch: string[] = [];
    const flush = async (): Promise<void> => {
      const [known, owed] = await this.uow.read(async () => [
        await this.objects.known(batch),
        await this.removals.owed(batch.filter((key) => HASH.test(key))),
      ]);
      owedRemovals += owed.size;
      strangers.push(...batch.filter((sha256) => !known.has(sha256) && !owed.has(sha256)));
      batch = [];
    };
    for await (const { key } of this.store.list(ObjectHall.content)) {
      batch.push(sha256Of(key) ?? key);
      if (batch.length === PAGE) await flush();
    }
    if (batch.length > 0) await flush();
    return { unregistered: strangers, owedRemovals };
  }
}
