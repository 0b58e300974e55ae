import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type ClockFault, clockFault } from '../../core/disposal/clock-guard';
import { WitnessRows } from '../../data/disposal/witness-rows';
import { HostClock } from './see-the-day';

/** DISP-12 Whether the clocks are to be believed. Call inside a unit of work. */
@Injectable()
export class BelievedClock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly host: HostClock,
    private readonly witnesses: WitnessRows,
    private readonly ledger: Ledger,
  ) {}

  /** @param since when what is to be finished now began */
  async fault(since: Date): Promise<ClockFault | null> {
    return clockFault({
      now: await this.uow.now(),
      hostNow: this.host.read(),
      lastAct: await this.ledger.lastAct(),
      since,
      witnesses: await this.witnesses.since(since),
    });
  }

  /** YEAR-13 Whether today follows on a day that was seen to pass, by clocks that agree. */
  async isFollowed(): Promise<boolean> {
    const now = await this.uow.now();
    const seen = await this.witnesses.before(localDateAt(now));
    if (seen === null) return false;
    return clockFault({ now, hostNow: this.host.read(), lastAct: now, since: seen, witnesses: [] }) === null;
  }
}
