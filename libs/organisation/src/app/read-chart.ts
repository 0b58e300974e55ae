import { Injectable } from '@nestjs/common';
import { type LocalDate, type StaffNo, type UnitCode, addDays } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Unit } from '../core/facts';
import type { OrganisationChart } from '../core/organisation-chart';
import { StaffRows } from '../data/staff-rows';
import { refuse } from '../errors';
import type { ChartUnitView, ChartView, StaffView, UnitPostView, UnitPostsView } from './chart.views.dto';
import { OrganisationCharts } from './organisation-charts';
import { mayTransfer } from './staff-lists';

/** How far ahead changes are told of. */
const AHEAD_DAYS = 800;
const MOST_CHANGES = 10;

/** 組織図: units, posts and who holds them, on any day. */
@Injectable()
export class ReadChart {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly staff: StaffRows,
  ) {}

  units(on: LocalDate, actor: Actor): Promise<ChartView> {
    return this.uow.read(async () => {
      const chart = await this.charts.on(on);
      const changes = await this.charts.changeDays(on, addDays(on, AHEAD_DAYS));
      const nextChanges = changes.slice(0, MOST_CHANGES);
      return { on, nextChanges, mayTransfer: mayTransfer(actor), items: downwards(chart, null) };
    });
  }

  /** @throws DomainError organisation.no-such-unit */
  posts(code: UnitCode, on: LocalDate): Promise<UnitPostsView> {
    return this.uow.read(async () => {
      const chart = await this.charts.on(on);
      const unit = chart.unit(code);
      if (!unit) throw refuse('organisation.no-such-unit', { code, day: on });
      const posts = chart.posts().filter(({ unitCode }) => unitCode === code);
      const items = posts
        .toSorted((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1))
        .map(({ code: postCode, title, headship }): UnitPostView => {
          const held = chart.holdersIn(postCode);
          const holders = held.map(({ person: { staffNo, name, kana }, kind }) => ({ staffNo, name, kana, kind }));
          return { code: postCode, title, headship, holders };
        });
      const functions = chart.functions().filter(({ unitCode }) => unitCode === code);
      return { on, code, name: unit.name, functions: functions.map(({ name }) => name), items };
    });
  }

  /** @throws DomainError organisation.no-such-person */
  person(staffNo: StaffNo, { on }: Actor): Promise<StaffView> {
    return this.uow.read(async () => {
      const person = (await this.charts.on(on)).person(staffNo);
      if (!person) throw refuse('organisation.no-such-person', { staffNo });
      const { name, kana } = person;
      return { staffNo, name, kana, items: await this.staff.assignmentsOf(staffNo, on) };
    });
  }
}

/** Each unit followed by those below it. */
function downwards(chart: OrganisationChart, parent: UnitCode | null): ChartUnitView[] {
  return chart.unitsBelow(parent).flatMap((unit) => [lineOf(chart, unit), ...downwards(chart, unit.code)]);
}

function lineOf(chart: OrganisationChart, { code, name, kind, parentCode, symbol }: Unit): ChartUnitView {
  const posts = chart.posts().filter(({ unitCode }) => unitCode === code);
  const vacant = posts.filter((post) => chart.holdersIn(post.code).length === 0).length;
  return { code, name, kind, parentCode, symbol, posts: posts.length, vacant };
}
