import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import {
  CounterRows,
  NumberRows,
  type NumberSeries,
  ReservedNumbers,
  closedNote,
  counterSymbol,
  seriesYearOf,
} from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { ExecutingRights } from './executing-rights';
import type { SeriesView } from './numbers.views.dto';

export interface ReserveNumbersCommand {
  readonly actor: Actor;
  readonly seriesCode: string;
  readonly symbol: string;
  readonly count: number;
  readonly reason: string;
}

export interface CloseSeriesCommand {
  readonly actor: Actor;
  readonly seriesCode: string;
  readonly symbol: string;
  readonly reason: string;
}

/** 番号系列: what there is, blocks set aside in it, and its closing (RULE-74, RULE-77). */
@Injectable()
export class KeepSeries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly counters: CounterRows,
    private readonly reserved: ReservedNumbers,
    private readonly rights: ExecutingRights,
    private readonly ledger: Ledger,
  ) {}

  /** Series of this year and of the last one that the reader may look into. */
  list(actor: Actor): Promise<SeriesView[]> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const year = Number(today.slice(0, 4));
      const series = new Map((await this.numbers.allSeries()).map((one) => [one.code, one]));
      const seen = await this.rights.symbols(actor);
      const kept = await this.rights.keptSymbols(actor);
      const counters = await this.counters.inYear([year - 1, year]);
      return counters
        .filter(({ symbol }) => seen === null || seen.includes(symbol))
        .flatMap((counter) => {
          const one = series.get(counter.seriesCode);
          if (!one) return [];
          const mine = kept === null || kept.includes(counter.symbol);
          return [
            {
              ...seriesView(one, counter),
              current: counter.year === seriesYearOf(one, today),
              allowed: mine ? ['reserve', 'void'] : [],
            },
          ];
        });
    });
  }

  /** @throws DomainError documents.unknown-series, documents.series-closed, execution.not-your-series */
  reserve({
    actor,
    seriesCode,
    symbol,
    count,
    reason,
  }: ReserveNumbersCommand): Promise<{ first: number; last: number }> {
    return this.uow.run(async () => {
      const series = (await this.numbers.series([seriesCode])).get(seriesCode);
      const kept = await this.rights.keptSymbols(actor);
      if (kept !== null && !kept.includes(symbol)) throw refuse('execution.not-your-series', {});
      if (series && counterSymbol(series, symbol) !== symbol) throw refuse('execution.not-your-series', {});
      const { serials } = await this.reserved.reserve({ seriesCode, symbol, count, reason, by: actor.staffNo });
      return { first: serials[0] ?? 0, last: serials.at(-1) ?? 0 };
    });
  }

  /** 締切り of a symbol's counters, of every year: its last number stays, no other follows. By the records office. */
  close({ actor, seriesCode, symbol, reason }: CloseSeriesCommand): Promise<void> {
    return this.uow.run(async () => {
      if (!hasRole(actor, 'records_officer')) throw refuse('execution.not-your-series', {});
      const why = { by: actor.staffNo, reason, at: await this.uow.now() };
      const closed = await this.counters.close({ seriesCode, symbol, year: null }, why);
      if (closed.length === 0) throw refuse('execution.unknown-number', {});
      this.ledger.record(...closed.map((counter) => closedNote(counter, actor.staffNo, reason)));
    });
  }
}

function seriesView(
  series: NumberSeries,
  counter: Awaited<ReturnType<CounterRows['inYear']>>[number],
): Omit<SeriesView, 'allowed' | 'current'> {
  return {
    seriesCode: series.code,
    kind: series.kind,
    format: series.format,
    yearBasis: series.yearBasis,
    symbol: counter.symbol,
    year: counter.year,
    last: counter.last < series.startAt ? null : counter.last,
    lastAt: counter.lastAt?.toISOString() ?? null,
    closedAt: counter.closedAt?.toISOString() ?? null,
    closeReason: counter.closeReason,
  };
}
