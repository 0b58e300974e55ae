import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays, localDateAt, startOfDay } from '@fubako/kernel';
import {
  BusinessCalendar,
  MunicipalitySettings,
  OrganisationCharts,
  WhoStandsIn,
  openDaysFrom,
} from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type Gap, type Lack, demandsOf, gapsOf } from '../core/coverage';
import { DayOfStandIns } from './day-of-stand-ins';
import { PublishedRoutes, type RoutesOfSpan } from './published-routes';

export interface CoverageReport {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly days: number;
  /** The most routes that were walked on a day. */
  readonly routes: number;
  readonly gaps: readonly Gap[];
}

/**
 * 経路の点検: walks every step of every published route on each of the next open days, on the organisation of that day
 * with the absences and proxies registered for it. Routes are planned once for each run of days with one organisation and
 * one set of definitions; each day then only asks who may act.
 */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendar: BusinessCalendar,
    private readonly charts: OrganisationCharts,
    private readonly standIns: WhoStandsIn,
    private readonly settings: MunicipalitySettings,
    private readonly published: PublishedRoutes,
  ) {}

  run(days: number): Promise<CoverageReport> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const open = openDaysFrom(today, days, await this.calendar.facts());
      const last = open.at(-1) ?? today;
      const span = { from: startOfDay(today), until: startOfDay(addDays(last, 1)) };
      const away = await this.standIns.during(span);
      const spans = await this.published.during(today, last);
      const found: { day: LocalDate; lacks: Lack[] }[] = [];
      for (const routes of spans) {
        const demands = demandsOf(routes.planned);
        const { settings } = await this.settings.on(routes.from);
        for (const day of open.filter((candidate) => isIn(routes, candidate))) {
          const who = new DayOfStandIns(await this.charts.on(routes.from), { ...away, day }, settings);
          found.push({ day, lacks: demands.flatMap((demand) => who.lackOf(demand) ?? []) });
        }
      }
      const routes = Math.max(0, ...spans.map(({ planned }) => planned.length));
      return { from: open[0] ?? today, until: last, days: open.length, routes, gaps: gapsOf(found) };
    });
  }
}

function isIn({ from, until }: RoutesOfSpan, day: LocalDate): boolean {
  return from <= day && day <= until;
}
