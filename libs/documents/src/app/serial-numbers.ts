import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type NumberSeries, counterSymbol, formatNumber, seriesYearOf } from '../core/number-format';
import { type CounterKey, CounterRows } from '../data/counter-rows';
import { type IssuedNumber, NumberRows } from '../data/number-rows';
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

  /** In the order given within each counter; many documents or addressees cost one update of the counter. */
  async issue(requests: readonly NumberRequest[], ground?: NumberGround): Promise<IssuedNumber[]> {
    const { series, symbols, now } = ground ?? (await this.ground(requests));
    const today = localDateAt(now);
    const issued: IssuedNumber[] = [];
    for (const { series: one, symbol, members } of grouped(requests, series, symbols)) {
      const taken = await this.take(one, symbol, { count: members.length, today });
      issued.push(...members.map((member, index) => numberOf(member, taken, index)));
    }
    return issued;
  }

  /** Whether what is decided gets its number at once, or later from a clerk. */
  async areTakenAtDecision(): Promise<boolean> {
    return (await this.settings.current()).numberAt === 'decision';
  }

  /** @throws DomainError documents.series-closed */
  async take(
    series: NumberSeries,
    symbol: string,
    { count, today }: { readonly count: number; readonly today: LocalDate },
  ): Promise<TakenSerials> {
    const key = { seriesCode: series.code, symbol, year: seriesYearOf(series, today) };
    const step = series.step ?? (await this.settings.current()).numberStep;
    const advance = { by: count * step, at: await this.uow.now() };
    let moved = await this.counters.advance(key, advance);
    if (!moved) {
      const counter = await this.counters.lock(key);
      if (counter?.closedAt) throw refuse('documents.series-closed', { symbol, last: counter.last });
      await this.succession.begin(series, key, step);
      moved = await this.counters.advance(key, advance);
    }
    if (!moved) throw new Error(`The counter ${Object.values(key).join('/')} is missing although it was begun.`);
    const { last, at } = moved;
    return { ...key, series, at, serials: Array.from({ length: count }, (_, i) => last - (count - 1 - i) * step) };
  }
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

function numberOf({ documentId, addressee }: NumberRequest, taken: TakenSerials, index: number): IssuedNumber {
  const { series, seriesCode, symbol, year, at } = taken;
  const serial = taken.serials[index] ?? 0;
  const text = formatNumber(series, { year, symbol, serial, branch: 0 });
  return { seriesCode, symbol, year, serial, branch: 0, text, documentId, addressee: addressee ?? null, issuedAt: at };
}
