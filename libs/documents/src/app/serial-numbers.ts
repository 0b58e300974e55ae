import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type NumberSeries, counterSymbol, frameOf, seriesYearOf } from '../core/number-format';
import { type CounterKey, CounterRows } from '../data/counter-rows';
import { type IssuedNumber, type NextNumbers, NumberRows } from '../data/number-rows';
import { refuse } from '../errors';
import { SymbolSuccession } from './symbol-succession';

/** A document that is to get the next number of a series, with the 記号 of the section that executes it. */
export interface NumberRequest {
  readonly documentId: string;
  readonly seriesCode: string;
  readonly symbol: string;
  readonly addressee?: string;
}

/** Serials of one counter, in the order of issue. */
export interface TakenSerials extends CounterKey {
  readonly series: NumberSeries;
  readonly serials: readonly number[];
  readonly at: Date;
}

interface NumberGround {
  readonly series: ReadonlyMap<string, NumberSeries>;
  /** 記号 by document. */
  readonly symbols: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** 連番: takes serials from counters that stay locked until the unit ends, so they have neither gaps nor twins (RULE-75). */
@Injectable()
export class SerialNumbers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly counters: CounterRows,
    private readonly succession: SymbolSuccession,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** What must be known before counters are touched, for these requests and any part of them. */
  async ground(requests: readonly NumberRequest[]): Promise<NumberGround> {
    const [series, symbols, now] = await Promise.all([
      this.numbers.series(requests.map(({ seriesCode }) => seriesCode)),
      this.succession.symbolsOf(requests),
      this.uow.now(),
    ]);
    return { series, symbols, now };
  }

  /** Gives documents their numbers, in the order given within each counter; many cost one update of the counter. */
  async issue(
    requests: readonly NumberRequest[],
    { issuedBy, shown, ground }: { issuedBy: string; shown: boolean; ground?: NumberGround },
  ): Promise<IssuedNumber[]> {
    const { series, symbols, now } = ground ?? (await this.ground(requests));
    const today = localDateAt(now);
    const issued: IssuedNumber[] = [];
    for (const { series: one, symbol, members: bearers } of grouped(requests, series, symbols)) {
      const key = keyOf(one, symbol, today);
      const advance = { by: await this.stepOf(one), at: now };
      const frame = frameOf(one, { ...key, branch: 0 });
      const next = { key, frame, advance, bearers, issuedBy, shown };
      issued.push(...(await this.begun(one, key, () => this.some(next))));
    }
    return issued;
  }

  /** Whether what is decided gets its number at once, or later from a clerk. */
  async areTakenAtDecision(): Promise<boolean> {
    return (await this.settings.current()).numberAt === 'decision';
  }

  /** Serials for what is no document of this lib. @throws DomainError documents.series-closed */
  async take(
    series: NumberSeries,
    symbol: string,
    { count, today }: { readonly count: number; readonly today: LocalDate },
  ): Promise<TakenSerials> {
    const key = keyOf(series, symbol, today);
    const step = await this.stepOf(series);
    const advance = { by: count * step, at: await this.uow.now() };
    const { last, at } = await this.begun(series, key, () => this.counters.advance(key, advance));
    return { ...key, series, at, serials: Array.from({ length: count }, (_, i) => last - (count - 1 - i) * step) };
  }

  private async some(next: NextNumbers): Promise<IssuedNumber[] | null> {
    const issued = await this.numbers.next(next);
    return issued.length === 0 ? null : issued;
  }

  /** What moves a counter, which is begun first when there is none. */
  private async begun<T>(series: NumberSeries, key: CounterKey, move: () => Promise<T | null>): Promise<T> {
    let moved = await move();
    if (moved === null) {
      const counter = await this.counters.lock(key);
      if (counter?.closedAt) throw refuse('documents.series-closed', { symbol: key.symbol, last: counter.last });
      await this.succession.begin(series, key, await this.stepOf(series));
      moved = await move();
    }
    if (moved === null)
      throw new Error(`The counter ${Object.values(key).join('/')} is missing although it was begun.`);
    return moved;
  }

  private async stepOf(series: NumberSeries): Promise<number> {
    return series.step ?? (await this.settings.current()).numberStep;
  }
}

function keyOf(series: NumberSeries, symbol: string, today: LocalDate): CounterKey {
  return { seriesCode: series.code, symbol, year: seriesYearOf(series, today) };
}

/** One group for each counter, sorted so that every unit locks counters in the same order. */
function grouped(
  requests: readonly NumberRequest[],
  known: ReadonlyMap<string, NumberSeries>,
  symbols: ReadonlyMap<string, string>,
) {
  const groups = new Map<string, { series: NumberSeries; symbol: string; members: NumberRequest[] }>();
  for (const request of requests) {
    const series = known.get(request.seriesCode);
    if (!series) throw new Error(`The municipality package has no number series ${request.seriesCode}.`);
    const symbol = counterSymbol(series, symbols.get(request.documentId) ?? request.symbol);
    const key = `${series.code}\n${symbol}`;
    const group = groups.get(key) ?? { series, symbol, members: [] };
    group.members.push(request);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
