import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { BelievedClock } from '../disposal/believed-clock';
import { type RollOverReport, RollOverYear } from './roll-over-year';

/**
 * YEAR-13 年度切替 by the clock alone. A clock that leaps begins no year: files would be closed and counters ended that nobody opens again.
 * After a leap, and after a standstill of more than ten days, it waits for the next day; whoever calls the command does not.
 */
@Injectable()
export class TurnUnattended {
  private readonly logger = new Logger('records');
  private isWaiting = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BelievedClock,
    private readonly year: RollOverYear,
  ) {}

  /** @returns null: the clock is not believed, and nothing was done */
  async run(): Promise<RollOverReport | null> {
    const isBelieved = await this.uow.read(() => this.clock.isFollowed());
    if (!isBelieved && !this.isWaiting)
      this.logger.warn(
        'The turn of the year waits: no day within ten was seen before this one, or the clocks disagree.',
      );
    this.isWaiting = !isBelieved;
    return isBelieved ? this.year.run() : null;
  }
}
