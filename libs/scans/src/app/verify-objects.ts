import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import {
  type FaultyObject,
  type ObjectFault,
  ObjectHall,
  ObjectStore,
  sha256Of,
  type StorePlace,
} from '@fubako/platform/object-store';
import { RemovalRows } from '../data/removal-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { UploadRows } from '../data/upload-rows';
import { CheckFixity } from './check-fixity';

export interface DamagedObject {
  readonly sha256: string;
  readonly place: StorePlace;
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
    private readonly fixity: CheckFixity,
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
    const bad = new Set(damaged.map(({ sha256 }) => sha256));
    return { checked, sound: checked - bad.size, damaged, ...(await this.strangers()) };
  }

  /** SCN-14 What is found stands as a finding, and what was found and is sound again is settled. */
  private async verifyPage(page: readonly StoredObject[]): Promise<DamagedObject[]> {
    const damaged = await this.fixity.check(page);
    await this.fixity.note(damaged, 'verification');
    return Promise.all(damaged.map((faulty) => this.describe(page, faulty)));
  }

  private async describe(page: readonly StoredObject[], faulty: FaultyObject): Promise<DamagedObject> {
    const { bytes = 0, mediaType = '' } = page.find(({ sha256 }) => sha256 === faulty.sha256) ?? {};
    return { ...faulty, bytes, mediaType, fileNames: await this.uow.read(() => this.uploads.namesOf(faulty.sha256)) };
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
