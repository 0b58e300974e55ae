import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import type { KeptProxy } from '../data/proxy-rows';
import { proxyEnded, proxyGiven } from '../events';

/** Ledger entries and events of proxies, in the unit of the act. */
@Injectable()
export class ProxyNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventBus,
  ) {}

  async given(proxy: KeptProxy): Promise<void> {
    const facts = { ...wordsOf(proxy), takerPost: proxy.takerPost, reason: proxy.reason };
    const subject = { kind: 'proxy', id: proxy.id };
    this.ledger.record({ subject, kind: 'organisation.proxy-given', actor: proxy.givenBy, facts });
    await this.events.publish(proxyGiven, proxy.id, { proxyId: proxy.id, ...wordsOf(proxy) });
  }

  /** @param until the new end; for one taken back before it began, its beginning. */
  async ended(proxies: readonly KeptProxy[], by: string, ending: { until: Date; because: string }): Promise<void> {
    const news = proxies.map((proxy) => ({
      proxy,
      facts: { ...wordsOf(proxy), until: (ending.until < proxy.from ? proxy.from : ending.until).toISOString() },
    }));
    this.ledger.record(
      ...news.map(({ proxy: { id }, facts }) => ({
        subject: { kind: 'proxy', id },
        kind: 'organisation.proxy-ended',
        actor: by,
        facts: { ...facts, because: ending.because },
      })),
    );
    await this.events.publishAll(
      proxyEnded,
      news.map(({ proxy: { id }, facts }) => ({ subject: id, payload: { proxyId: id, ...facts } })),
    );
  }
}

function wordsOf({ postCode, giver, taker, from, until }: KeptProxy) {
  return { postCode, giver, taker, from: from.toISOString(), until: until.toISOString() };
}
