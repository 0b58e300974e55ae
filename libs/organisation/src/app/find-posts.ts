import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Post } from '../core/facts';
import type { OrganisationChart } from '../core/organisation-chart';
import { fitsWords } from '../core/search-words';
import type { PostView, PostsView } from './absences.views.dto';
import { placeOf } from './chart-words';
import { OrganisationCharts } from './organisation-charts';

/** Posts of today by title, unit, or name and reading of whoever sits in them; units in the order of the package. */
@Injectable()
export class FindPosts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  run(actor: Actor, { search, limit }: { readonly search: string; readonly limit: number }): Promise<PostsView> {
    return this.uow.read(async () => {
      const chart = await this.charts.on(actor.on);
      const fits = fitsWords(search);
      const places = new Map(chart.units().map(({ code }, at) => [code, at]));
      const inOrder = chart
        .posts()
        .toSorted((a, b) => (places.get(a.unitCode) ?? 0) - (places.get(b.unitCode) ?? 0) || b.rank - a.rank);
      const items = inOrder.map((post) => postView(chart, post));
      return { items: items.filter((post) => fits(keyOf(post))).slice(0, limit) };
    });
  }
}

function postView(chart: OrganisationChart, post: Post): PostView {
  const person = chart.holderOf(post.code)?.person ?? null;
  return {
    postCode: post.code,
    unitCode: post.unitCode,
    ...placeOf(chart, post),
    holderName: person?.name ?? null,
    holderKana: person?.kana ?? null,
  };
}

/** 財政課長 is found although its parts are 財政課 and 課長. */
function keyOf({ postCode, postTitle, unitName, holderName, holderKana }: PostView): string {
  const joined = unitName !== '' && postTitle.startsWith(unitName.slice(-1)) ? unitName + postTitle.slice(1) : '';
  return foldKey([unitName, postTitle, joined, holderName ?? '', holderKana ?? '', postCode].join(' '));
}
