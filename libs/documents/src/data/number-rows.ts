import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { NumberFrame, NumberSeries } from '../core/number-format';
import type { Advance, CounterKey } from './counter-rows';

/** A number by what makes it the only one (RULE-75). */
export interface NumberKey {
  readonly seriesCode: string;
  readonly symbol: string;
  readonly year: number;
  readonly serial: number;
  readonly branch: number;
}

export interface IssuedNumber extends NumberKey {
  readonly text: string;
  readonly documentId: string;
  /** 宛先 for which it was issued, where one document has a number for each. */
  readonly addressee: string | null;
  readonly issuedAt: Date;
}

/** A number of one document; `kind` is that of its series. */
export interface DocumentNumber extends NumberKey {
  readonly documentId: string;
  readonly kind: string;
  readonly text: string;
  readonly addressee: string | null;
  readonly issuedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

/** Who gets the next numbers of a counter, in this order. */
export interface NextNumbers {
  readonly key: CounterKey;
  readonly frame: NumberFrame;
  readonly advance: Advance;
  readonly bearers: readonly { readonly documentId: string; readonly addressee?: string }[];
  readonly issuedBy: string;
  /** Whether documents are to show their first number, unless they show another already. */
  readonly shown: boolean;
}

/** Any number of a series; one that is set aside has no document and no time of issue yet. */
export type KeptNumber = Omit<DocumentNumber, 'documentId' | 'issuedAt'> & {
  readonly documentId: string | null;
  readonly issuedAt: Date | null;
};

/** Numbers as they were issued (発番簿). */
@Injectable()
export class NumberRows {
  constructor(private readonly uow: UnitOfWork) {}

  async series(codes: readonly string[]): Promise<Map<string, NumberSeries>> {
    const rows = await this.uow.rows<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step
      from documents.number_series where code = any(${codes})`);
    return new Map(rows.map((row) => [row.code, row]));
  }

  allSeries(): Promise<NumberSeries[]> {
    return this.uow.rows<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step from documents.number_series order by code`);
  }

  /** The series of this kind that every section uses (起案番号). */
  ofKind(kind: string): Promise<NumberSeries | null> {
    return this.uow.maybe<NumberSeries>(sql`
      select code, kind, format, year_basis as "yearBasis", start_at as "startAt", step
      from documents.number_series where kind = ${kind} and unit_code is null order by code limit 1`);
  }

  /**
   * Moves an open counter on, writes the numbers and hands them to their documents in one statement: the counter stays locked
   * until the unit ends, and nothing is asked between its move and what it is moved for.
   * @returns in the order of the bearers; none when the counter is missing or closed
   */
  next({ key, frame, advance, bearers, issuedBy, shown }: NextNumbers): Promise<IssuedNumber[]> {
    const { seriesCode, symbol, year } = key;
    return this.uow.rows(sql`
      with counter as (
        update documents.number_counter set last = last + ${bearers.length * advance.by}::int, last_at = greatest(last_at, ${advance.at}::timestamptz)
        where (series_code, symbol, year) = (${seriesCode}, ${symbol}, ${year}::int) and closed_at is null
        returning last, last_at as at),
      taken as (
        select b.document_id, b.addressee, c.at, c.last - (${bearers.length}::int - b.n::int) * ${advance.by}::int as serial
        from counter c, unnest(${bearers.map((b) => b.documentId)}::uuid[], ${bearers.map((b) => b.addressee ?? null)}::text[])
          with ordinality as b(document_id, addressee, n)),
      issued as (
        insert into documents.issued_number (series_code, symbol, year, serial, branch, text, document_id, addressee, issued_at, issued_by)
        select ${seriesCode}, ${symbol}, ${year}::int, t.serial, 0,
          ${frame.before} || lpad(t.serial::text, greatest(${frame.digits}::int, length(t.serial::text)), '0') || ${frame.after},
          t.document_id, t.addressee, t.at, ${issuedBy} from taken t
        returning series_code, symbol, year, serial, branch, text, document_id, addressee, issued_at),
      shown as (
        update documents.document d set dispatch_number = i.text
        from (select distinct on (document_id) document_id, text from issued order by document_id, serial) i
        where ${shown}::boolean and d.id = i.document_id and d.dispatch_number is null)
      select series_code as "seriesCode", symbol, year, serial, branch, text, document_id as "documentId", addressee, issued_at as "issuedAt"
      from issued order by serial`);
  }

  /** @param shown numbers that their documents are to show, unless they show another already */
  insert(numbers: readonly IssuedNumber[], issuedBy: string, shown: readonly IssuedNumber[] = []): void {
    this.uow.send(sql`
      with shown as (
        update documents.document d set dispatch_number = n.text
        from unnest(${shown.map((n) => n.documentId)}::uuid[], ${shown.map((n) => n.text)}::text[]) as n(id, text)
        where d.id = n.id and d.dispatch_number is null)
      insert into documents.issued_number (series_code, symbol, year, serial, branch, text, document_id, addressee, issued_at, issued_by)
      select n.*, ${issuedBy} from unnest(
        ${numbers.map((n) => n.seriesCode)}::text[], ${numbers.map((n) => n.symbol)}::text[], ${numbers.map((n) => n.year)}::int[],
        ${numbers.map((n) => n.serial)}::int[], ${numbers.map((n) => n.branch)}::int[], ${numbers.map((n) => n.text)}::text[],
        ${numbers.map((n) => n.documentId)}::uuid[], ${numbers.map((n) => n.addressee)}::text[],
        ${numbers.map((n) => n.issuedAt.toISOString())}::timestamptz[]) as n`);
  }

  /** A number without locking it: to find its document, which is locked first. */
  find(key: NumberKey): Promise<KeptNumber | null> {
    return this.uow.maybe(sql`
      select n.series_code as "seriesCode", n.symbol, n.year, n.serial, n.branch, n.text, n.document_id as "documentId",
        n.addressee, n.issued_at as "issuedAt", n.voided_at as "voidedAt", n.void_reason as "voidReason", s.kind
      from documents.issued_number n join documents.number_series s on s.code = n.series_code
      where (n.series_code, n.symbol, n.year, n.serial, n.branch) = (${key.seriesCode}, ${key.symbol}, ${key.year}::int, ${key.serial}::int, ${key.branch}::int)`);
  }

  /** Locks a number until the unit ends. */
  lock(key: NumberKey): Promise<KeptNumber | null> {
    return this.uow.maybe(sql`
      select n.series_code as "seriesCode", n.symbol, n.year, n.serial, n.branch, n.text, n.document_id as "documentId",
        n.addressee, n.issued_at as "issuedAt", n.voided_at as "voidedAt", n.void_reason as "voidReason", s.kind
      from documents.issued_number n join documents.number_series s on s.code = n.series_code
      where (n.series_code, n.symbol, n.year, n.serial, n.branch) = (${key.seriesCode}, ${key.symbol}, ${key.year}::int, ${key.serial}::int, ${key.branch}::int)
      for update of n`);
  }

  /** The highest branch of a serial, void ones included: a branch is never given twice. The serial itself must be locked. */
  async lastBranch(key: NumberKey): Promise<number> {
    const row = await this.uow.one<{ last: number }>(sql`
      select max(branch) as last from documents.issued_number
      where (series_code, symbol, year, serial) = (${key.seriesCode}, ${key.symbol}, ${key.year}::int, ${key.serial}::int)`);
    return row.last;
  }

  /** The only number of a document gets the addressee that is first in a list of many. */
  async address(key: NumberKey, addressee: string): Promise<void> {
    await this.uow.change(sql`
      update documents.issued_number set addressee = ${addressee}
      where (series_code, symbol, year, serial, branch) = (${key.seriesCode}, ${key.symbol}, ${key.year}::int, ${key.serial}::int, ${key.branch}::int)`);
  }

  /** Numbers of these documents with the parts a search needs; void ones too: they are looked for just as often. */
  of(documentIds: readonly string[]): Promise<DocumentNumber[]> {
    return this.uow.rows(sql`
      select n.document_id as "documentId", n.series_code as "seriesCode", n.symbol, n.year, n.serial, n.branch, n.text, n.addressee,
        n.issued_at as "issuedAt", n.voided_at as "voidedAt", n.void_reason as "voidReason", s.kind
      from documents.issued_number n join documents.number_series s on s.code = n.series_code
      where n.document_id = any(${documentIds}::uuid[]) order by n.issued_at, n.serial, n.branch`);
  }
}
