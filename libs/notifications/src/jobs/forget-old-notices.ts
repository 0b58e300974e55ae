import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { NoticeRows } from '../data/notice-rows';

export const forgetOldNotices = defineJob({ name: 'notifications.forget-old', payload: z.strictObject({}) });

/** A year and the turn of the fiscal year: afterwards nobody looks for news, only for documents. */
const KEPT_DAYS = 400;
const CHUNK = 5_000;

/** Sweep: notices are a convenience and must not grow for thirty years. */
@Injectable()
export class ForgetOldNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: NoticeRows,
    jobs: JobRegistry,
  ) {
    jobs.handle(forgetOldNotices, () => this.run());
    jobs.schedule({
      name: 'notifications-forget-old',
      job: forgetOldNotices,
      payload: {},
      when: { cron: '10 3 * * *' },
    });
  }

  async run(): Promise<void> {
    while ((await this.uow.run(() => this.rows.deleteOlderThan(KEPT_DAYS, CHUNK))) === CHUNK);
  }
}
