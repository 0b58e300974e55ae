import { Injectable } from '@nestjs/common';
import { canonicalBytes, localDateAt, sha256 } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { CoverageCheckRows } from '../data/coverage-check-rows';
import { routeGapsFound } from '../events';
import { type CoverageReport, ReadCoverage } from './read-coverage';

/** A quarter of a year and a half: long enough to fill a post. */
const DAYS = 90;

/** COVER-3 経路の点検 of the day: gaps are news for whoever keeps the records, until they are closed or change. */
@Injectable()
export class CheckCoverage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly coverage: ReadCoverage,
    private readonly rows: CoverageCheckRows,
    private readonly bus: EventBus,
  ) {}

  /** May run any number of times a day. @returns whether there was something new to tell */
  async run(): Promise<boolean> {
    const checked = await this.uow.read(async () => {
      const latest = await this.rows.latest();
      return latest?.day === localDateAt(await this.uow.now());
    });
    if (checked) return false;
    const report = await this.coverage.run(DAYS);
    return this.uow.run(async () => {
      const day = localDateAt(await this.uow.now());
      const digest = digestOf(report);
      const told = report.gaps.length > 0 && !(await this.rows.latest())?.sha256.equals(digest);
      const id = await this.rows.insert({ day, until: report.until, gaps: report.gaps.length, digest, told });
      if (id === null || !told) return false;
      const first = report.gaps.map(({ from }) => from).toSorted()[0] ?? report.from;
      await this.bus.publish(routeGapsFound, id, { checkId: id, gaps: report.gaps.length, first, until: report.until });
      return true;
    });
  }
}

/** The first and the last day looked at move with the calendar: they are no news. */
function digestOf({ gaps, from, until }: CoverageReport): Buffer {
  const lacks = gaps.map((gap) => ({
    why: gap.why,
    seat: gap.seat && { postCode: gap.seat.postCode, unitName: gap.seat.unitName, kind: gap.seat.kind },
    routes: [...new Set(gap.routes.map(({ matterType }) => matterType))].toSorted(),
    from: gap.from <= from ? null : gap.from,
    until: gap.until >= until ? null : gap.until,
  }));
  return sha256(canonicalBytes(lacks));
}
