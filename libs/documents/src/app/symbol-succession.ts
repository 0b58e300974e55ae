import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings, type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { NumberSeries } from '../core/number-format';
import { type CounterKey, CounterRows } from '../data/counter-rows';

/** 記号の承継: whose symbol a number bears after a reorganisation, and where its counter begins (RULE-77). */
@Injectable()
export class SymbolSuccession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly settings: MunicipalitySettings,
    private readonly counters: CounterRows,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Documents under way get the symbol of the section that executes them today; an unchanged symbol costs no question.
   * @returns document id → 記号
   */
  async symbolsOf(documents: readonly { documentId: string; symbol: string }[]): Promise<Map<string, string>> {
    const chart = await this.charts.today();
    const alive = new Set(chart.units().map(({ symbol }) => symbol));
    const symbols = new Map(documents.map(({ documentId, symbol }) => [documentId, symbol]));
    const homeless = [...symbols].flatMap(([id, symbol]) => (alive.has(symbol) ? [] : [id]));
    if (homeless.length === 0) return symbols;
    const places = await this.uow.rows<{ id: string; section: UnitCode; unit: UnitCode }>(
      sql`select id, section_code as section, unit_code as unit from documents.document where id = any(${homeless}::uuid[])`,
    );
    for (const { id, ...place } of places) symbols.set(id, executingSymbol(chart, place) ?? symbols.get(id) ?? '');
    return symbols;
  }

  /** Begins the counter of a symbol: at the start of the series, or where its predecessor's stands; that one is closed. */
  async begin(series: NumberSeries, key: CounterKey, step: number): Promise<void> {
    const { symbolSuccession } = await this.settings.current();
    const predecessors = key.symbol === '' ? [] : await this.endedSymbols(key.symbol);
    const inherited = symbolSuccession === 'continue' ? await this.counters.highest(key, predecessors) : null;
    await this.counters.begin(key, inherited ?? series.startAt - step);
    for (const symbol of predecessors) await this.end({ seriesCode: series.code, symbol, successor: key.symbol });
  }

  /** Symbols of units that the bearer of `symbol` took over from, and that nobody bears any more. */
  private async endedSymbols(symbol: string): Promise<string[]> {
    const chart = await this.charts.today();
    const bearers = chart.units().filter((unit) => unit.symbol === symbol);
    const borne = await this.charts.symbolsBorneBy(
      bearers.flatMap(({ code, succeeds }) => [code, ...(succeeds ?? [])]),
    );
    const alive = new Set(chart.units().map((unit) => unit.symbol));
    return borne.filter((old) => !alive.has(old));
  }

  private async end({ seriesCode, symbol, successor }: Record<'seriesCode' | 'symbol' | 'successor', string>) {
    const by = 'system:numbering';
    const reason = `記号「${successor}」に承継`;
    const closed = await this.counters.close(
      { seriesCode, symbol, year: null },
      { by, reason, at: await this.uow.now() },
    );
    this.ledger.record(...closed.map((counter) => closedNote(counter, by, reason)));
  }
}

/** The ledger entry of a counter that gives no more numbers. */
export function closedNote({ seriesCode, symbol, year }: CounterKey, actor: string, reason: string) {
  const subject = { kind: 'number-counter', id: `${seriesCode}/${symbol}/${year}` };
  return { subject, kind: 'documents.counter-closed', actor, facts: { series: seriesCode, symbol, year, reason } };
}

/** The section's own symbol of today; else that of its successor, of several the one that the drafter's unit stands in. */
function executingSymbol(
  chart: OrganisationChart,
  { section, unit }: { readonly section: UnitCode; readonly unit: UnitCode },
): string | null {
  if (chart.unit(section)) return chart.symbolOf(section);
  const successors = chart.successorsOf(section);
  const near = new Set([...chart.chainOf(unit), ...chart.successorsOf(unit).flatMap((u) => chart.chainOf(u.code))]);
  const [first] = [...successors.filter((each) => near.has(each)), ...successors];
  return first ? chart.symbolOf(first.code) : null;
}
