import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ProxyRows } from '../data/proxy-rows';
import { refuse } from '../errors';
import { isOrgAdmin } from './absence-rights';
import { ProxyNews } from './proxy-news';

/** Takes a proxy back, now. What was done by it stays done. */
@Injectable()
export class EndProxy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProxyRows,
    private readonly news: ProxyNews,
  ) {}

  /** @throws DomainError organisation.proxy-not-found, organisation.proxy-is-over */
  run(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const proxy = await this.rows.lock(id);
      if (!proxy || (proxy.giver !== actor.staffNo && !isOrgAdmin(actor)))
        throw refuse('organisation.proxy-not-found', {});
      const now = await this.uow.now();
      if (proxy.until <= now) throw refuse('organisation.proxy-is-over', {});
      await this.rows.end([id], { at: now, by: actor.staffNo, because: 'cancelled' });
      await this.news.ended([proxy], actor.staffNo, { until: now, because: 'cancelled' });
    });
  }
}
