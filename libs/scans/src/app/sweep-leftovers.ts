import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { ArrivalRows } from '../data/arrival-rows';
import { UploadRows } from '../data/upload-rows';
import { objectsReleased } from '../events';
import { ReleaseObjects } from './release-objects';
import { SweepSendings } from './sweep-sendings';

/** An upload is its sender's to take for a day, and no way into custody takes as long. */
const GRACE_MS = 24 * 60 * 60 * 1000;
const PAGE = 100;

export interface Leftovers {
  readonly sendings: number;
  readonly uploads: number;
  readonly orphans: number;
}

/** Files that were never sent whole, uploads that nobody took, and content that came in and was never registered (SCN-17). */
@Injectable()
export class SweepLeftovers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly uploads: UploadRows,
    private readonly arrivals: ArrivalRows,
    private readonly sendings: SweepSendings,
    private readonly release: ReleaseObjects,
    private readonly bus: EventBus,
  ) {}

  async run(): Promise<Leftovers> {
    const sendings = await this.all(async () => ({ seen: await this.sendings.run(await this.cutoff(), PAGE) }));
    const uploads = await this.all(() => this.untaken());
    return { sendings, uploads, orphans: await this.all(() => this.orphans()) };
  }

  private async all(page: () => Promise<{ seen: number }>): Promise<number> {
    let all = 0;
    for (;;) {
      const { seen } = await this.uow.run(page);
      all += seen;
      if (seen < PAGE) return all;
    }
  }

  private async untaken(): Promise<{ seen: number }> {
    const sha256s = await this.uploads.dropUntaken(await this.cutoff(), PAGE);
    await this.release.run([...new Set(sha256s)], 'untaken: nobody attached it');
    return { seen: sha256s.length };
  }

  private async orphans(): Promise<{ seen: number }> {
    const sha256s = await this.arrivals.giveUp(await this.cutoff(), PAGE, await this.uow.now());
    const [first] = sha256s;
    if (first) await this.bus.publish(objectsReleased, first, { sha256s });
    return { seen: sha256s.length };
  }

  private async cutoff(): Promise<Date> {
    return new Date((await this.uow.now()).getTime() - GRACE_MS);
  }
}
