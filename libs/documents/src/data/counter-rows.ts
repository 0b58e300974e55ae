import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** 番号の帳簿: one for each series, symbol and year. */
export interface CounterKey {
  readonly seriesCode: string;
  readonly symbol: string;
  readonly year: number;
}

export interface Counter extends CounterKey {
  readonly last: number;
  readonly lastAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
}

export interface Advance {
  readonly by: number;
  readonly at: Date;
}

/** Counters, whose row locks make numbers gapless (RULE-75). */
@Injectable()
export class CounterRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Moves an open counter on and keeps it locked until the unit ends. @returns null when it is missing or closed */
  advance({ seriesCode, symbol, year }: CounterKey, { by, at }: Advance): Promise<{ last: number; at: Date } | null> {
    return this.uow.maybe(sql`
      update documents.number_counter set last = last + ${by}::int, last_at = greatest(last_at, ${at}::timestamptz)
      where (series_code, symbol, year) = (${seriesCode}, ${symbol}, ${year}::int) and closed_at is null
      returning last, last_at as at`);
  }

  /** Begins a counter before its first number; another unit may have done so meanwhile. */
  async begin({ seriesCode, symbol, year }: CounterKey, last: number): Promise<void> {
    await this.uow.change(sql`
      insert into documents.number_counter (series_code, symbol, year, last) values (${seriesCode}, ${symbol}, ${year}, ${last})
      on conflict do nothing`);
  }

  lock({ seriesCode, symbol, year }: CounterKey): Promise<Counter | null> {
    return this.uow.maybe<Counter>(sql`
      select series_code as "seriesCode", symbol, year, last, last_at as "lastAt", closed_at as "closedAt", close_reason as "closeReason"
      from documents.number_counter where (series_code, symbol, year) = (${seriesCode}, ${symbol}, ${year}::int) for update`);
  }

  /** The highest last number among counters of these symbols, which stay locked; null when there is none. */
  async highest({ seriesCode, year }: CounterKey, symbols: readonly string[]): Promise<number | null> {
    const rows = await this.uow.rows<{ last: number }>(sql`
      select last from documents.number_counter where series_code = ${seriesCode} and year = ${year} and symbol = any(${symbols})
      order by symbol for update`);
    return rows.length === 0 ? null : Math.max(...rows.map(({ last }) => last));
  }

  /** Closes counters of a symbol that are still open. @returns those that it closed */
  close(
    { seriesCode, symbol, year }: { seriesCode: string; symbol: string; year: number | null },
    { by, reason, at }: { by: string; reason: string; at: Date },
  ): Promise<CounterKey[]> {
    return this.uow.rows<CounterKey>(sql`
      update documents.number_counter set closed_at = ${at}, closed_by = ${by}, close_reason = ${reason}
      where series_code = ${seriesCode} and symbol = ${symbol} and (${year}::int is null or year = ${year}::int) and closed_at is null
      returning series_code as "seriesCode", symbol, year`);
  }

  async inYear(years: readonly number[]): Promise<Counter[]> {
    return this.uow.rows<Counter>(sql`
      select series_code as "seriesCode", symbol, year, last, last_at as "lastAt", closed_at as "closedAt", close_reason as "closeReason"
      from documents.number_counter where year = any(${years}) order by series_code, symbol, year`);
  }
}
