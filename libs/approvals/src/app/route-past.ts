import { Injectable } from '@nestjs/common';
import type { PastDocument } from '@fubako/documents';
import type { PostCode, StaffNo } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Language } from '@fubako/platform/http';
import type { SeatRow } from '../data/case.row';
import { PastRouteRows } from '../data/past-route-rows';
import { historyOf } from './history';
import type { PastPostView, PastRouteView } from './past-route.views.dto';
import { stepViews } from './route-views';

/** PAST-1 Routes as they were: the same views over the rows of the day. Every call is part of the caller's unit of work. */
@Injectable()
export class RoutePast {
  constructor(
    private readonly rows: PastRouteRows,
    private readonly charts: OrganisationCharts,
  ) {}

  /** Null before the first submission. */
  async of({ card, day, end, ...past }: PastDocument, language: Language): Promise<PastRouteView | null> {
    const round = await this.rows.round(card.id, day);
    if (!round) return null;
    const seats = await this.rows.seats(card.id, round.round, day);
    const acts = await this.rows.acts(card.id, end);
    const chart = await this.charts.on(day);
    const said = {
      acts: new Map(acts.map((act) => [act.id, act])),
      reviews: await this.rows.reviews(card.id, end),
      names: (staffNo: string) => chart.person(staffNo as StaffNo)?.name ?? null,
    };
    const { revisions, formerDrafters, files } = past;
    return {
      round: round.round,
      decisionLabel: round.decision_label,
      steps: stepViews(seats, said, language),
      history: historyOf({ card, acts, revisions, formerDrafters, files, language }),
      posts: postsOf(seats, chart),
    };
  }
}

function postsOf(seats: readonly SeatRow[], chart: OrganisationChart): PastPostView[] {
  return [...new Set(seats.map(({ post_code }) => post_code))].map((postCode) => {
    const post = chart.post(postCode as PostCode);
    return {
      postCode,
      title: post?.title ?? null,
      unitName: (post && chart.unit(post.unitCode)?.name) ?? null,
      holders: chart.holdersIn(postCode as PostCode).map(({ person }) => person.name),
    };
  });
}
