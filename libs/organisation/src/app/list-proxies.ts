import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { OrganisationChart } from '../core/organisation-chart';
import { type KeptProxy, ProxyRows } from '../data/proxy-rows';
import { isOrgAdmin, proxyEndRefusal } from './absence-rights';
import type { GivablePostView, ProxiesView, ProxyView } from './absences.views.dto';
import { placeOf } from './chart-words';
import { type Reader, offeredActs } from './offered-acts';
import { OrganisationCharts } from './organisation-charts';

/** 代理 that the reader has given or taken and that is not over; for the personnel office everybody's. */
@Injectable()
export class ListProxies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: ProxyRows,
  ) {}

  run(reader: Reader): Promise<ProxiesView> {
    const { actor } = reader;
    return this.uow.read(async () => {
      const chart = await this.charts.on(actor.on);
      const now = await this.uow.now();
      const proxies = isOrgAdmin(actor) ? await this.rows.all(now) : await this.rows.ofPerson(actor.staffNo, now);
      return {
        items: proxies.map((proxy) => viewOf(chart, proxy, { ...reader, now })),
        posts: givableBy(chart, actor),
      };
    });
  }
}

function givableBy(chart: OrganisationChart, actor: Actor): GivablePostView[] {
  const mine = chart.postsOf(actor.staffNo).map(({ post }) => post);
  const posts = mine.filter(({ code }) => chart.holderOf(code)?.person.staffNo === actor.staffNo);
  return posts.map((post) => ({ code: post.code, title: post.title, unitName: placeOf(chart, post).unitName }));
}

function viewOf(
  chart: OrganisationChart,
  proxy: KeptProxy,
  { actor, language, now }: Reader & { readonly now: Date },
): ProxyView {
  const post = chart.post(proxy.postCode);
  const nameOf = (no: StaffNo): string => chart.person(no)?.name ?? no;
  const { id, postCode, giver, taker, reason } = proxy;
  return {
    id,
    postCode,
    ...(post ? placeOf(chart, post) : { postTitle: postCode, unitName: '' }),
    giverStaffNo: giver,
    giverName: nameOf(giver),
    takerStaffNo: taker,
    takerName: nameOf(taker),
    from: proxy.from.toISOString(),
    until: proxy.until.toISOString(),
    reason,
    ...offeredActs(['cancel'], () => proxyEndRefusal(proxy, actor, now), language),
  };
}
