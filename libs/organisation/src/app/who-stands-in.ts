import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Absence, TimeSpan } from '../core/absence';
import { type StandInFacts, StandIns } from '../core/stand-ins';
import { StandInTimeline } from '../core/stand-in-timeline';
import { StandInRows } from '../data/stand-in-rows';
import { OrganisationCharts } from './organisation-charts';

/** Who is away and who acts for them. Two statements, however many posts are asked about afterwards. Call inside a unit of work. */
@Injectable()
export class WhoStandsIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: StandInRows,
  ) {}

  /** As it is, was or (as far as it is registered) will be at `instant`. */
  async at(instant: Date): Promise<StandIns> {
    const [chart, facts] = await Promise.all([
      this.charts.on(localDateAt(instant)),
      this.rows.during({ from: instant, until: instant }),
    ]);
    return new StandIns(chart, { ...facts, at: instant });
  }

  /** Everything registered for a span of time, for whoever asks about many instants of it. */
  during(span: TimeSpan): Promise<Omit<StandInFacts, 'at'>> {
    return this.rows.during(span);
  }

  /**
   * The whole span, the charts of its days included: for calendars and previews.
   * @param imagined absences that are not registered, to see what they would mean
   */
  async over(span: TimeSpan, imagined: readonly Absence[] = []): Promise<StandInTimeline> {
    const charts = await this.charts.over(localDateAt(span.from), localDateAt(span.until));
    const facts = await this.rows.during(span);
    return new StandInTimeline(charts, { ...facts, absences: [...facts.absences, ...imagined] });
  }

  /** At the time of this unit. */
  async now(): Promise<StandIns> {
    return this.at(await this.uow.now());
  }
}
