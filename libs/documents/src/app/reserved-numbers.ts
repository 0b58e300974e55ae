import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { formatNumber, isFutureSeries } from '../core/number-format';
import { CounterRows } from '../data/counter-rows';
import { type IssuedNumber, type NumberKey, NumberRows } from '../data/number-rows';
import { refuse } from '../errors';
import { type TakenSerials, SerialNumbers } from './serial-numbers';

export interface Reservation {
  readonly seriesCode: string;
  readonly symbol: string;
  readonly count: number;
  readonly reason: string;
  readonly by: string;
}

/** 予約番号: numbers set aside for later insertion, and the gaps that a step leaves (RULE-74). */
@Injectable()
export class ReservedNumbers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly counters: CounterRows,
    private readonly serials: SerialNumbers,
    private readonly ledger: Ledger,
  ) {}

  /** Sets the next numbers of a series aside. @throws DomainError documents.unknown-series, documents.series-closed */
  async reserve({ seriesCode, symbol, count, reason, by }: Reservation): Promise<TakenSerials> {
    const series = (await this.numbers.series([seriesCode])).get(seriesCode);
    if (!series) throw refuse('documents.unknown-series', { series: seriesCode });
    const taken = await this.serials.take(series, symbol, { count, today: localDateAt(await this.uow.now()) });
    const texts = taken.serials.map((serial) => formatNumber(series, { ...taken, serial, branch: 0 }));
    await this.uow.change(sql`
      insert into documents.issued_number (series_code, symbol, year, serial, text, reserved_at, reserved_by, reserve_reason)
      select ${seriesCode}, ${symbol}, ${taken.year}, n.serial, n.text, ${taken.at}, ${by}, ${reason}
      from unnest(${taken.serials}::int[], ${texts}::text[]) as n(serial, text)`);
    const subject = { kind: 'number-counter', id: `${seriesCode}/${symbol}/${taken.year}` };
    this.ledger.record({ subject, kind: 'documents.numbers-reserved', actor: by, facts: { numbers: texts, reason } });
    return taken;
  }

  /**
   * Gives a document a number that was set aside, or one that the step of the series has left out.
   * @throws DomainError documents.unknown-series, documents.future-series, documents.number-not-free
   */
  async take(documentId: string, key: NumberKey, issuedBy: string): Promise<IssuedNumber> {
    const series = (await this.numbers.series([key.seriesCode])).get(key.seriesCode);
    if (!series) throw refuse('documents.unknown-series', { series: key.seriesCode });
    const issuedAt = await this.uow.now();
    if (isFutureSeries(series, key.year, localDateAt(issuedAt)))
      throw refuse('documents.future-series', { year: key.year });
    const counter = await this.counters.lock(key);
    const present = await this.numbers.lock({ ...key, branch: 0 });
    const within = counter !== null && key.serial >= series.startAt && key.serial < counter.last + 1;
    const free = present ? !present.issuedAt && !present.voidedAt : within;
    const text = formatNumber(series, { ...key, branch: 0 });
    if (!free) throw refuse('documents.number-not-free', { number: text });
    const number = { ...key, branch: 0, text, documentId, addressee: null, issuedAt };
    if (present) await this.hand(number, issuedBy);
    else this.numbers.insert([number], issuedBy);
    return number;
  }

  private async hand({ seriesCode, symbol, year, serial, documentId, issuedAt }: IssuedNumber, issuedBy: string) {
    await this.uow.change(sql`
      update documents.issued_number set document_id = ${documentId}, issued_at = ${issuedAt}, issued_by = ${issuedBy}
      where (series_code, symbol, year, serial, branch) = (${seriesCode}, ${symbol}, ${year}::int, ${serial}::int, 0)`);
  }
}
