import { Clock } from '@fubako/platform/database';

/** The clock of the sample town's past: it stands where the story is. Refused in production by the demo command. */
export class DemoClock extends Clock {
  private instant = new Date(0);

  /** Moves forward only: the history of a town has one direction. */
  moveTo(instant: Date): void {
    if (instant > this.instant) this.instant = instant;
  }

  async now(): Promise<Date> {
    this.instant = new Date(this.instant.getTime() + 1);
    return this.instant;
  }
}
