import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { counterSymbol, formatNumber } from '../core/number-format';
import { BearerNumberRows, type BorneNumber, type NumberBearer } from '../data/bearer-number-rows';
import { NumberRows } from '../data/number-rows';
import { SerialNumbers } from './serial-numbers';

export interface BearerNumberRequest {
  readonly bearer: NumberBearer;
  /** A series by its code, or the section's series of a kind. */
  readonly series: { readonly code: string } | { readonly kind: string };
  readonly section: { readonly code: string; readonly symbol: string };
  readonly issuedBy: string;
}

/** Numbers for what is no document (収受番号): the same counters, as gapless as the others (RULE-04, RULE-75). Call it last. */
@Injectable()
export class NumberBearers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly rows: BearerNumberRows,
    private readonly serials: SerialNumbers,
  ) {}

  /** @returns null when the municipality package has no such series */
  async issue({ bearer, series: wanted, section, issuedBy }: BearerNumberRequest): Promise<BorneNumber | null> {
    const series =
      'code' in wanted
        ? (await this.numbers.series([wanted.code])).get(wanted.code)
        : await this.rows.seriesFor(wanted.kind, section.code);
    if (!series) return null;
    const at = await this.uow.now();
    const symbol = counterSymbol(series, section.symbol);
    const taken = await this.serials.take(series, symbol, { count: 1, today: localDateAt(at) });
    const { year } = taken;
    const serial = taken.serials[0] ?? 0;
    const text = formatNumber(series, { year, symbol, serial, branch: 0 });
    const number = { bearer, seriesCode: series.code, symbol, year, serial, text };
    await this.rows.insert(number, issuedBy, taken.at);
    return number;
  }
}
