import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody, type FaultyObject, StorePlace } from '@fubako/platform/object-store';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import type { FoundBy } from '../data/finding-rows';
import { NoteDamage } from './note-damage';

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 20;
/** Share of a night that goes to what was found damaged before, so that much damage never stops the round. */
const SHARE_OF_DAMAGED = 0.1;

export interface FixityReport {
  readonly checked: number;
  readonly bytes: number;
  readonly damaged: readonly FaultyObject[];
}

/** 定期点検: every object is read and hashed again within so many days, the longest unread first, so many bytes a night (SCN-16). */
@Injectable()
export class CheckFixity {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly objects: StoredObjects,
    private readonly damage: NoteDamage,
  ) {}

  /** One night. @throws ObjectStoreUnavailable when the store cannot be asked: what was read so far is kept */
  async run(): Promise<FixityReport> {
    const { FIXITY_DAYS, FIXITY_NIGHTLY_BYTES: budget } = this.settings.values;
    const began = await this.uow.read(() => this.uow.now());
    const due = new Date(began.getTime() - FIXITY_DAYS * DAY_MS);
    const again = await this.round(budget * SHARE_OF_DAMAGED, (after) => this.objects.damaged(after, PAGE));
    const rest = await this.round(budget - again.bytes, (_, skip) => this.objects.longestUnverified(due, PAGE, skip));
    const damaged = [...again.damaged, ...rest.damaged];
    await this.damage.run(damaged, 'schedule');
    return { checked: again.checked + rest.checked, bytes: again.bytes + rest.bytes, damaged };
  }

  /** Reads these objects at every place; keeps what was found sound, and leaves what was not to the caller. */
  async check(objects: readonly StoredObject[]): Promise<FaultyObject[]> {
    const damaged: FaultyObject[] = [];
    for (const place of this.custody.places) {
      const sound: string[] = [];
      for (const object of objects) {
        const fault = await this.custody.inspect(object, place);
        if (fault) damaged.push({ sha256: object.sha256, place, fault });
        else sound.push(object.sha256);
      }
      await this.settle(sound, place);
    }
    return damaged;
  }

  note(damaged: readonly FaultyObject[], by: FoundBy): Promise<void> {
    return this.damage.run(damaged, by);
  }

  /** @param next gets the last hash so far and how many stay where they are, because they were found damaged */
  private async round(
    budget: number,
    next: (after: string, skip: number) => Promise<StoredObject[]>,
  ): Promise<FixityReport> {
    const damaged: FaultyObject[] = [];
    let [checked, bytes, after] = [0, 0, ''];
    while (bytes < budget) {
      const skip = damaged.filter(({ place }) => place === StorePlace.first).length;
      const [from, page] = [after, await this.uow.read(() => next(after, skip))];
      for (const object of page) {
        if (bytes >= budget) break;
        damaged.push(...(await this.check([object])));
        checked += 1;
        bytes += object.bytes;
        after = object.sha256;
      }
      if (after === from) break;
    }
    return { checked, bytes, damaged };
  }

  private async settle(sound: readonly string[], place: StorePlace): Promise<void> {
    await this.uow.run(async () => {
      if (place === StorePlace.first) await this.objects.markVerified(sound, await this.uow.now());
      await this.damage.settle(sound, place);
    });
  }
}
