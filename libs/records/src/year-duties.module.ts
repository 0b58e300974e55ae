import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { LendFiles } from './app/paper/lend-files';
import { TurnUnattended } from './app/years/turn-unattended';
import { DisposalModule } from './disposal.module';
import { PaperModule } from './paper.module';
import { YearsModule } from './years.module';

const rollOver = defineJob({ name: 'records.roll-over', payload: z.object({}) });

const remindBorrowers = defineJob({ name: 'records.remind-borrowers', payload: z.object({}) });

/** Looks every minute, so first at 00:00 on 1 April; after a standstill, as soon as the worker is back. */
@Injectable()
class YearDuties {
  constructor(jobs: JobRegistry, year: TurnUnattended) {
    jobs.handle(rollOver, async () => {
      await year.run();
    });
    jobs.schedule({ name: 'records.roll-over', job: rollOver, payload: {}, when: { cron: '* * * * *' } });
  }
}

/** 督促 of lent files, in the morning. */
@Injectable()
class LoanDuties {
  constructor(jobs: JobRegistry, loans: LendFiles) {
    jobs.handle(remindBorrowers, async () => {
      await loans.remind();
    });
    jobs.schedule({
      name: 'records.remind-borrowers',
      job: remindBorrowers,
      payload: {},
      when: { cron: '30 8 * * *' },
    });
  }
}

/** What the turn of the year does to files; composed once, in the product. */
@Module({ imports: [DisposalModule, PaperModule, YearsModule], providers: [LoanDuties, TurnUnattended, YearDuties] })
export class YearDutiesModule {}
