import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type KeptProxy, ProxyRows } from '../data/proxy-rows';
import { refuse } from '../errors';
import { isOrgAdmin, proxyEndRefusal } from './absence-rights';
import { ProxyNews } from './proxy-news';

/** Takes a proxy back, now. What was done by it stays done. */
@Injectable()
export class EndProxy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProxyRows,
    private readonly news: ProxyNews,
  ) {}

  /** @throws DomainError organisation.proxy-not-found, .proxy-not-yours, .proxy-is-over */
  run(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const proxy = await this.rows.lock(id);
      const now = await this.uow.now();
      ensureEndable(proxy, actor, now);
      await this.rows.end([id], { at: now, by: actor.staffNo, because: 'cancelled' });
      await this.news.ended([proxy], actor.staffNo, { until: now, because: 'cancelled' });
    });
  }
}

function ensureEndable(proxy: KeptProxy | null, actor: Actor, now: Date): asserts proxy is KeptProxy {
  const known = proxy && (isOrgAdmin(actor) || [proxy.giver, proxy.taker].includes(actor.staffNo));
  if (!known) throw refuse('organisation.proxy-not-found', {});
  const refusal = proxyEndRefusal(proxy, actor, now);
  if (refusal) throw refusal;
}
