import { Injectable } from '@nestjs/common';
import { MunicipalitySettings, type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { NumberSeries } from '../core/number-format';
import { type CounterKey, CounterRows } from '../data/counter-rows';
import { NumberRows } from '../data/number-rows';
import { SymbolSuccession } from './symbol-succession';

/** A counter that a new fiscal year begins. */
export interface CounterToBegin extends CounterKey {
  readonly kind: string;
  readonly format: string;
  /** Its first number, unless it goes on from a predecessor's (RULE-77). */
  readonly startAt: number;
  /** The last number of the year before under this symbol, if it bore one. */
  readonly before: number | null;
}

/** Counters at the turn of the fiscal year (RULE-72, RULE-91). Calendar-year series turn by themselves in January. */
@Injectable()
export class YearCounters {
  constructor(
    private readonly numbers: NumberRows,
    private readonly counters: CounterRows,
    private readonly succession: SymbolSuccession,
    private readonly charts: OrganisationCharts,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** @param chart of the first day @returns one for each series and symbol that was used in the year before and goes on */
  async toBegin(year: number, chart: OrganisationChart): Promise<CounterToBegin[]> {
    const series = await this.fiscalSeries();
    const known = await this.counters.inYear([year - 1, year]);
    const begun = new Set(known.filter((one) => one.year === year).map(spell));
    const wanted = new Map<string, CounterToBegin>();
    const heirs = await this.heirs(chart);
    for (const counter of known.filter((one) => one.year === year - 1)) {
      const one = series.get(counter.seriesCode);
      if (!one) continue;
      for (const symbol of heirs(counter.symbol)) {
        const key = { seriesCode: one.code, symbol, year };
        const before = symbol === counter.symbol && counter.last >= one.startAt ? counter.last : null;
        const { kind, format, startAt } = one;
        const other = wanted.get(spell(key));
        wanted.set(spell(key), { ...key, kind, format, startAt, before: before ?? other?.before ?? null });
      }
    }
    return [...wanted.values()].filter((key) => !begun.has(spell(key)));
  }

  /** Begins what {@link toBegin} names, on or after the first day. @returns how many */
  async begin(year: number, chart: OrganisationChart): Promise<number> {
    const [series, due] = [await this.fiscalSeries(), await this.toBegin(year, chart)];
    const { numberStep } = await this.settings.current();
    for (const { seriesCode, symbol } of due) {
      const one = series.get(seriesCode);
      if (one) await this.succession.begin(one, { seriesCode, symbol, year }, one.step ?? numberStep);
    }
    return due.length;
  }

  /** Who goes on with a symbol: itself while somebody bears it, else the symbols of the sections that took over from its bearers. */
  private async heirs(chart: OrganisationChart): Promise<(symbol: string) => string[]> {
    const bearing = chart
      .units()
      .flatMap(({ symbol, succeeds }) => (symbol ? [{ symbol, succeeds: succeeds ?? [] }] : []));
    const alive = new Set(['', ...bearing.map(({ symbol }) => symbol)]);
    const heirsOf = new Map<string, string[]>();
    for (const { symbol, succeeds } of bearing.filter((unit) => unit.succeeds.length > 0))
      for (const old of await this.charts.symbolsBorneBy(succeeds))
        heirsOf.set(old, [...(heirsOf.get(old) ?? []), symbol]);
    return (symbol) => (alive.has(symbol) ? [symbol] : (heirsOf.get(symbol) ?? []));
  }

  private async fiscalSeries(): Promise<ReadonlyMap<string, NumberSeries>> {
    return fiscalSeriesOf(await this.numbers.allSeries());
  }
}

export function fiscalSeriesOf(series: readonly NumberSeries[]): ReadonlyMap<string, NumberSeries> {
  return new Map(series.filter(({ yearBasis }) => yearBasis === 'fiscal').map((one) => [one.code, one]));
}

const spell = ({ seriesCode, symbol, year }: CounterKey): string => `${seriesCode}\n${symbol}\n${year}`;
