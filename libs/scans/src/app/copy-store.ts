import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { copyObject, Custody, ObjectCorrupt, type ObjectFault, type ObjectStore } from '@fubako/platform/object-store';
import { type StoredObject, StoredObjects } from '../data/stored-objects';

export interface CopiedStore {
  readonly copied: number;
  readonly copiedBytes: number;
  /** That were there already; a copy that broke off goes on behind them. */
  readonly present: number;
  /** Content that could not be copied soundly: to be restored first. */
  readonly damaged: readonly { readonly sha256: string; readonly fault: ObjectFault }[];
}

export interface CopyProgress {
  readonly seen: number;
  readonly copiedBytes: number;
}

const PAGE = 100;

/** 控えの補充: every registered object that another store lacks comes to lie there too (SCN-42). It removes and replaces nothing. */
@Injectable()
export class CopyStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly objects: StoredObjects,
  ) {}

  /** @param progress told after each page of objects @throws ObjectStoreUnavailable: run it again, it goes on */
  async run(to: ObjectStore, progress: (so: CopyProgress) => void = () => undefined): Promise<CopiedStore> {
    const damaged: { sha256: string; fault: ObjectFault }[] = [];
    let [copied, copiedBytes, present, after] = [0, 0, 0, ''];
    for (;;) {
      const page = await this.uow.read(() => this.objects.page(after, PAGE));
      const last = page.at(-1);
      if (!last) return { copied, copiedBytes, present, damaged };
      for (const object of page) {
        const outcome = await this.copyOne(object, to);
        if (outcome === 'present') present += 1;
        else if (outcome === 'stored') {
          copied += 1;
          copiedBytes += object.bytes;
        } else damaged.push({ sha256: object.sha256, fault: outcome.fault });
      }
      after = last.sha256;
      progress({ seen: copied + present + damaged.length, copiedBytes });
    }
  }

  private async copyOne(object: StoredObject, to: ObjectStore): Promise<'present' | 'stored' | { fault: ObjectFault }> {
    try {
      return await copyObject({ from: this.custody, to }, object);
    } catch (error) {
      if (error instanceof ObjectCorrupt) return { fault: error.facts.fault };
      throw error;
    }
  }
}
