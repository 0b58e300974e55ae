import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { AnnouncedDays } from '../data/announced-days';
import { ProxyRows } from '../data/proxy-rows';
import { organisationChanged } from '../events';
import { ProxyNews } from './proxy-news';

const BY = 'system:organisation';

/**
 * The organisation's dates take effect: on the first look of a day, and after every import, proxies of people who have
 * left end and the news goes out, once for each day and revision, whoever looks (RULE-102, S07). After a standstill one
 * announcement speaks for all the days missed.
 */
@Injectable()
export class AnnounceChanges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly days: AnnouncedDays,
    private readonly proxies: ProxyRows,
    private readonly proxyNews: ProxyNews,
    private readonly events: EventBus,
  ) {}

  /** @returns whether there was something to announce */
  run(): Promise<boolean> {
    return this.uow.run(async () => {
      const now = await this.uow.now();
      const today = localDateAt(now);
      const announced = await this.days.announce(today, now);
      if (!announced) return false;
      await this.endStranded(today, now);
      await this.events.publish(organisationChanged, 'municipality', { date: today, ...announced });
      return true;
    });
  }

  private async endStranded(today: LocalDate, now: Date): Promise<void> {
    const stranded = await this.proxies.stranded(today, now);
    if (stranded.length === 0) return;
    const ids = stranded.map(({ id }) => id);
    await this.proxies.end(ids, { at: now, by: BY, because: 'transfer' });
    await this.proxyNews.ended(stranded, BY, { until: now, because: 'transfer' });
  }
}
