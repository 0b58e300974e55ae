import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { type Sweep, SweepRows } from '../../data/keeping/sweep-rows';
import { sweepFound } from '../../events';

/** SWEEP-1 Every night: files without an expiry, of mixed years, of mixed retention (RULE-83, RULE-90) become news for the records office. */
@Injectable()
export class SweepRecords {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SweepRows,
    private readonly events: EventBus,
  ) {}

  /** @returns new findings of this night, and all that are open */
  run(): Promise<Sweep> {
    return this.uow.run(async () => {
      const day = localDateAt(await this.uow.now());
      const found = await this.rows.sweep(day);
      if (found.fresh > 0) await this.events.publish(sweepFound, day, { day, ...found });
      return found;
    });
  }
}
