import { Injectable } from '@nestjs/common';
import { type PostCode, type StaffNo, localDateAt, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { OrganisationChart } from '../core/organisation-chart';
import { type KeptProxy, ProxyRows } from '../data/proxy-rows';
import { refuse } from '../errors';
import { isOrgAdmin } from './absence-rights';
import { OrganisationCharts } from './organisation-charts';
import { ProxyNews } from './proxy-news';

export interface ProxyRequest {
  readonly postCode: PostCode;
  readonly taker: StaffNo;
  readonly from: Date;
  /** First instant after it. */
  readonly until: Date;
  readonly reason: string;
}

/** 代理 (RULE-47): the holder of a post gives its seat to another person for a time; passwords never change hands. */
@Injectable()
export class GiveProxy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: ProxyRows,
    private readonly news: ProxyNews,
  ) {}

  /**
   * @returns the id of the proxy
   * @throws DomainError organisation.proxy-not-your-post, .proxy-of-proxy, .proxy-to-oneself, .proxy-taker-without-post,
   *   .proxy-reversed, .proxy-already-past, .proxy-overlaps
   */
  run(actor: Actor, request: ProxyRequest): Promise<string> {
    return this.uow.run(async () => {
      const now = await this.uow.now();
      ensureSensible(request, now);
      // Somebody may give ahead what will be theirs on the day.
      const chart = await this.charts.on(localDateAt(request.from > now ? request.from : now));
      const giver = await this.giverOf(chart, actor, request.postCode);
      if (request.taker === giver) throw refuse('organisation.proxy-to-oneself', {});
      const takerPost = chart.postsOf(request.taker)[0]?.post.code;
      if (takerPost === undefined) throw refuse('organisation.proxy-taker-without-post', {});
      await this.rows.lockGiver(giver);
      await this.ensureFree({ ...request, giver });
      const proxy: KeptProxy = { ...request, id: newId<string>(), giver, takerPost, givenBy: actor.staffNo };
      await this.rows.insert(proxy, now);
      await this.news.given(proxy);
      return proxy.id;
    });
  }

  /** The holder gives; the personnel office may in the holder's place. What one has by proxy one cannot give on. */
  private async giverOf(chart: OrganisationChart, actor: Actor, postCode: PostCode): Promise<StaffNo> {
    const holder = chart.holderOf(postCode)?.person.staffNo;
    if (holder !== undefined && (holder === actor.staffNo || isOrgAdmin(actor))) return holder;
    if (await this.rows.isTaker(actor.staffNo, postCode, await this.uow.now()))
      throw refuse('organisation.proxy-of-proxy', {});
    throw refuse('organisation.proxy-not-your-post', {});
  }

  private async ensureFree(wanted: ProxyRequest & { readonly giver: StaffNo }): Promise<void> {
    const rival = await this.rows.overlapping(wanted);
    if (!rival) return;
    const { from, until } = rival;
    throw refuse('organisation.proxy-overlaps', { from: from.toISOString(), until: until.toISOString() });
  }
}

function ensureSensible({ from, until }: ProxyRequest, now: Date): void {
  if (until <= from) throw refuse('organisation.proxy-reversed', {});
  if (until <= now) throw refuse('organisation.proxy-already-past', {});
}
