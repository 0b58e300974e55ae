import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import {
  absenceEnded,
  absenceRegistered,
  organisationChanged,
  proxyEnded,
  proxyGiven,
} from '@fubako/organisation/events';
import { JobRegistry, Lane, defineJob } from '@fubako/platform/jobs';
import { type Delivery, EventBus, type EventType } from '@fubako/platform/outbox';
import { CheckCoverage } from './app/check-coverage';
import { RemindHolders } from './app/remind-holders';
import { ReresolveSeats } from './app/reresolve-seats';
import { SettleStaged } from './app/settle-staged';
import { ApprovalsModule } from './approvals.module';
import { DelegationModule } from './delegation.module';

const remindHolders = defineJob({ name: 'approvals.remind-holders', payload: z.object({}) });
const checkCoverage = defineJob({ name: 'approvals.check-coverage', payload: z.object({}), lane: Lane.heavy });
const settleStaged = defineJob({ name: 'approvals.settle-staged', payload: z.object({}) });
const reresolveSeats = defineJob({ name: 'approvals.reresolve-seats', payload: z.object({}) });

/**
 * Open seats follow the organisation as soon as it tells of a change, and at every minute in which an absence may begin or
 * end by the clock. News and clock do the same work: what one of them misses the other makes up for.
 */
@Injectable()
class SeatDuties {
  constructor(jobs: JobRegistry, bus: EventBus, seats: ReresolveSeats) {
    jobs.handle(reresolveSeats, async () => {
      await seats.run();
    });
    jobs.schedule({
      name: 'approvals.reresolve-seats',
      job: reresolveSeats,
      payload: {},
      when: { cron: '* * * * *' },
    });
    const onNews = <P>(type: EventType<P>, consumer: string) =>
      bus.later(type, consumer, async (_, delivery: Delivery) => {
        await seats.run();
        await delivery.complete(async () => {});
      });
    onNews(organisationChanged, 'approvals.seats-of-organisation');
    onNews(absenceRegistered, 'approvals.seats-of-absence');
    onNews(absenceEnded, 'approvals.seats-of-return');
    onNews(proxyGiven, 'approvals.seats-of-proxy');
    onNews(proxyEnded, 'approvals.seats-of-proxy-end');
  }
}

/** 督促 from the opening of the office on; what a standstill has missed is given at the next look. */
@Injectable()
class ReminderDuties {
  constructor(jobs: JobRegistry, reminders: RemindHolders) {
    jobs.handle(remindHolders, async () => {
      await reminders.run();
    });
    jobs.schedule({
      name: 'approvals.remind-holders',
      job: remindHolders,
      payload: {},
      when: { cron: '*/10 8-17 * * *' },
    });
  }
}

/** 確定: the API decides on the second; this makes up for whatever it missed, e.g. because it was stopped in between. */
@Injectable()
class StagedDuties {
  constructor(jobs: JobRegistry, staged: SettleStaged) {
    jobs.handle(settleStaged, async () => {
      await staged.run();
    });
    jobs.schedule({ name: 'approvals.settle-staged', job: settleStaged, payload: {}, when: { everyMs: 5_000 } });
  }
}

/** 経路の点検 before the office opens. */
@Injectable()
class CoverageDuties {
  constructor(jobs: JobRegistry, coverage: CheckCoverage) {
    jobs.handle(checkCoverage, async () => {
      await coverage.run();
    });
    jobs.schedule({ name: 'approvals.check-coverage', job: checkCoverage, payload: {}, when: { cron: '15 6 * * *' } });
  }
}

/** What time does to running approvals; composed once, in the product. */
@Module({
  imports: [ApprovalsModule, DelegationModule],
  providers: [CoverageDuties, ReminderDuties, SeatDuties, StagedDuties],
})
export class ApprovalsDutiesModule {}
