import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { OrganisationChart } from '../core/organisation-chart';
import type { DatedChart } from '../core/stand-in-timeline';
import { ChartRows, type OrganisationRevision } from '../data/chart-rows';

/** Today, yesterday, the turn of the year, and a few past days that somebody looks at. */
const REMEMBERED = 8;

/** Charts of any day. Building one reads the whole organisation, so they are remembered by revision and day. */
@Injectable()
export class OrganisationCharts {
  private readonly remembered = new Map<string, OrganisationChart>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ChartRows,
  ) {}

  /** The organisation on `date` (RULE-100). Call inside a unit of work; empty before the first import. */
  async on(date: LocalDate): Promise<OrganisationChart> {
    return this.drawn(date, await this.rows.revision());
  }

  /** The organisation on the Japanese day of this unit's time. */
  async today(): Promise<OrganisationChart> {
    const [now, known] = await Promise.all([this.uow.now(), this.rows.revision()]);
    return this.drawn(localDateAt(now), known);
  }

  /** The organisation on `date` for whoever has asked for its {@link REVISION} with a question of their own. */
  async of(revision: number | null, date: LocalDate): Promise<OrganisationChart> {
    const known = revision === null ? null : this.recall(revision, date);
    return known ?? this.uow.read(() => this.on(date));
  }

  private async drawn(date: LocalDate, known: OrganisationRevision | null): Promise<OrganisationChart> {
    // What this very transaction changed may yet be rolled back: others must not be shown it.
    if (!known || known.uncommitted) return new OrganisationChart(await this.rows.facts(date));
    return this.recall(known.revision, date) ?? this.remember(await this.rows.facts(date));
  }

  /** The charts from one day to another: one for each stretch of days on which nothing changes. Call inside a unit of work. */
  async over(from: LocalDate, to: LocalDate): Promise<readonly DatedChart[]> {
    const charts: DatedChart[] = [];
    for (const day of [from, ...(await this.rows.changeDays(from, to))]) {
      charts.push({ from: day, chart: await this.on(day) });
    }
    return charts;
  }

  /** 文書記号 that these units have borne at any time, in order (RULE-77). Call inside a unit of work. */
  symbolsBorneBy(unitCodes: readonly UnitCode[]): Promise<string[]> {
    return this.rows.symbolsBorneBy(unitCodes);
  }

  /** Every name that a unit has borne at any time, the latest of each code last. Call inside a unit of work. */
  unitNames(): Promise<{ code: string; name: string }[]> {
    return this.rows.unitNames();
  }

  /** Days after `from` up to `until` on which the chart becomes another; between two of them all days have one chart. */
  changeDays(from: LocalDate, until: LocalDate): Promise<readonly LocalDate[]> {
    return this.rows.changeDays(from, until);
  }

  private recall(revision: number, date: LocalDate): OrganisationChart | null {
    const key = keyOf(revision, date);
    const chart = this.remembered.get(key);
    if (!chart) return null;
    this.remembered.delete(key);
    this.remembered.set(key, chart);
    return chart;
  }

  private remember(facts: Awaited<ReturnType<ChartRows['facts']>>): OrganisationChart {
    const chart = new OrganisationChart(facts);
    this.remembered.set(keyOf(facts.revision, facts.date), chart);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    return chart;
  }
}

function keyOf(revision: number, date: LocalDate): string {
  return `${revision}/${date}`;
}
