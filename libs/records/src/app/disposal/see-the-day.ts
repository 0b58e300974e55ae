import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { WitnessRows } from '../../data/disposal/witness-rows';

/** Longest time for which the machines may have stood still. */
const LONGEST_STANDSTILL_MS = 10 * 24 * 60 * 60_000;

/** Clock of the machine on which this runs: a second opinion on that of the database. Tests set `read`. */
@Injectable()
export class HostClock {
  read: () => Date = () => new Date();
}

/** Notes that a day has come, by both clocks (DISP-12). */
@Injectable()
export class SeeTheDay {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: WitnessRows,
    private readonly host: HostClock,
  ) {}

  /** @returns whether the day follows on the ones before: after a leap of the clock it does not, and nothing is listed on it */
  run(): Promise<boolean> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const before = await this.rows.before(localDateAt(at));
      await this.rows.see(localDateAt(at), at, this.host.read());
      return before !== null && at.getTime() - before.getTime() <= LONGEST_STANDSTILL_MS;
    });
  }
}
