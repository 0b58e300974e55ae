import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { weekBefore } from '../../core/reading-digest';
import { ReadingDigestRows } from '../../data/reading-digest-rows';
import { ReadingInquiryRows } from '../../data/reading-inquiry-rows';
import { readingsDigested } from '../../events';

/** 特権閲覧の週次報告 (REA-4): once for each week, also when there was nothing; safe to repeat. */
@Injectable()
export class DigestReadings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inquiry: ReadingInquiryRows,
    private readonly digests: ReadingDigestRows,
    private readonly settings: MunicipalitySettings,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @returns whether there was one to make */
  run(): Promise<boolean> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const week = weekBefore(localDateAt(at));
      const lines = await this.inquiry.digest(week);
      const postCode = (await this.settings.current()).access.readingReviewPost;
      const id = newId<string>();
      if ((await this.digests.insert(id, week, { postCode, lines, at })) === 0) return false;
      const facts = { from: week.from, until: week.until, lines: lines.length };
      this.ledger.record({
        subject: { kind: 'reading-digest', id },
        kind: 'search.readings-digested',
        actor: 'system:digest',
        facts,
      });
      if (postCode !== null)
        await this.bus.publish(readingsDigested, id, { digestId: id, postCode, from: week.from, lines: lines.length });
      return true;
    });
  }
}
