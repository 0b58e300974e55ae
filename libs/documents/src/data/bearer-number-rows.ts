import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { NumberSeries } from '../core/number-format';

/** What bears a number without being a document, e.g. a receipt. */
export interface NumberBearer {
  readonly kind: string;
  readonly id: string;
}

export interface BorneNumber {
  readonly bearer: NumberBearer;
  readonly seriesCode: string;
  readonly symbol: string;
  readonly year: number;
  readonly serial: number;
  readonly text: string;
}

/** Numbers of what is no document. */
@Injectable()
export class BearerNumberRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The series of this kind: the section's own before the one that all sections share. */
  seriesFor(kind: string, sectionCode: string): Promise<NumberSeries | null> {
    return this.uow.maybe<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step
      from documents.number_series where kind = ${kind} and (unit_code is null or unit_code = ${sectionCode})
      order by unit_code nulls last, code limit 1`);
  }

  async insert(number: BorneNumber, issuedBy: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into documents.issued_number (series_code, symbol, year, serial, text, bearer_kind, bearer_id, issued_at, issued_by)
      values (${number.seriesCode}, ${number.symbol}, ${number.year}, ${number.serial}, ${number.text},
        ${number.bearer.kind}, ${number.bearer.id}, ${at}, ${issuedBy})`);
  }
}
