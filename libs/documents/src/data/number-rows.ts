import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { NumberSeries } from '../core/number-format';

export interface IssuedNumber {
  readonly seriesCode: string;
  readonly symbol: string;
  readonly year: number;
  readonly serial: number;
  readonly text: string;
  readonly documentId: string;
}

@Injectable()
export class NumberRows {
  constructor(private readonly uow: UnitOfWork) {}

  async series(codes: readonly string[]): Promise<Map<string, NumberSeries>> {
    const rows = await this.uow.rows<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step
      from documents.number_series where code = any(${codes})`);
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** The series of this kind that every section uses (起案番号). */
  ofKind(kind: string): Promise<NumberSeries | null> {
    return this.uow.maybe<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step
      from documents.number_series where kind = ${kind} and unit_code is null order by code limit 1`);
  }

  /**
   * Takes `count` serials and keeps the counter locked until the unit ends, so numbers have neither gaps nor twins (RULE-75).
   * @returns the first serial taken
   */
  async take(series: NumberSeries, counter: { symbol: string; year: number }, count: number): Promise<number> {
    const row = await this.uow.one<{ last: number }>(sql`
      insert into documents.number_counter as c (series_code, symbol, year, last)
      values (${series.code}, ${counter.symbol}, ${counter.year}, ${series.startAt + (count - 1) * series.step})
      on conflict (series_code, symbol, year) do update set last = c.last + ${count * series.step}
      returning last`);
    return row.last - (count - 1) * series.step;
  }

  async insert(numbers: readonly IssuedNumber[], issuedBy: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into documents.issued_number (series_code, symbol, year, serial, text, document_id, issued_at, issued_by)
      select n.*, ${at}, ${issuedBy} from unnest(
        ${numbers.map((n) => n.seriesCode)}::text[], ${numbers.map((n) => n.symbol)}::text[], ${numbers.map((n) => n.year)}::int[],
        ${numbers.map((n) => n.serial)}::int[], ${numbers.map((n) => n.text)}::text[], ${numbers.map((n) => n.documentId)}::uuid[]) as n`);
  }

  /** Numbers of these documents with the parts a search needs. */
  of(documentIds: readonly string[]): Promise<{ documentId: string; text: string; serial: number }[]> {
    return this.uow.rows(sql`
      select document_id as "documentId", text, serial from documents.issued_number where document_id = any(${documentIds}::uuid[]) order by issued_at`);
  }
}
