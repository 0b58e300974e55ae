import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { NumberKey } from '../data/number-rows';
import { DOCUMENT_COLUMNS, readableDocuments } from './policy';

export interface LedgerQuery {
  readonly seriesCode: string;
  readonly symbol: string;
  readonly year: number;
  readonly cursor?: string;
  readonly limit: number;
}

/** One line of 発番簿. What the reader may not see stands there by its number alone. */
export interface LedgerRow extends NumberKey {
  readonly text: string;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly addressee: string | null;
  readonly issuedAt: Date | null;
  readonly issuedBy: string | null;
  readonly voidedAt: Date | null;
  readonly voidedBy: string | null;
  readonly voidReason: string | null;
  readonly reserveReason: string | null;
}

const COLUMNS = (actor: Actor): Sql => sql`
  n.series_code as "seriesCode", n.symbol, n.year, n.serial, n.branch, n.text, n.issued_at as "issuedAt", n.issued_by as "issuedBy",
  n.voided_at as "voidedAt", n.voided_by as "voidedBy", n.void_reason as "voidReason", n.reserve_reason as "reserveReason",
  case when r.id is not null then n.addressee end as addressee, r.id as "documentId", r.title
  from documents.issued_number n left join lateral (
    select d.id, d.title from documents.document d where d.id = n.document_id and (${readableDocuments(actor, DOCUMENT_COLUMNS)})) r on true`;

/** 発番簿 and the register of void numbers, as readers may see them. */
@Injectable()
export class NumberLedger {
  constructor(private readonly uow: UnitOfWork) {}

  /** A series of a year in the order of its numbers. @throws DomainError request.bad-cursor */
  list({ seriesCode, symbol, year, cursor, limit }: LedgerQuery, actor: Actor): Promise<Page<LedgerRow>> {
    const after = decodeCursor(cursor, ['integer', 'integer']) ?? [0, -1];
    return this.uow.read(async () => {
      const rows = await this.uow.rows<LedgerRow>(sql`
        select ${COLUMNS(actor)}
        where n.series_code = ${seriesCode} and n.symbol = ${symbol} and n.year = ${year}
          and (n.serial, n.branch) > (${after[0]}::int, ${after[1]}::int)
        order by n.serial, n.branch limit ${limit + 1}`);
      return pageOf(rows, limit, { map: (row) => row, keyOf: (row) => [row.serial, row.branch] });
    });
  }

  /** 欠番, latest first. @param symbols those whose series the reader may see; null: all */
  voids(
    { symbols, cursor, limit }: { symbols: readonly string[] | null; cursor?: string; limit: number },
    actor: Actor,
  ): Promise<Page<LedgerRow>> {
    const after = decodeCursor(cursor, ['instant', 'text']);
    const seen = symbols === null ? sql`true` : sql`n.symbol = any(${symbols})`;
    const earlier = after ? sql`(n.voided_at, n.text) < (${after[0]}::timestamptz, ${after[1]}::text)` : sql`true`;
    return this.uow.read(async () => {
      const rows = await this.uow.rows<LedgerRow & { voidedAt: Date }>(sql`
        select ${COLUMNS(actor)} where n.voided_at is not null and ${seen} and ${earlier}
        order by n.voided_at desc, n.text desc limit ${limit + 1}`);
      return pageOf(rows, limit, {
        map: (row): LedgerRow => row,
        keyOf: (row) => [row.voidedAt.toISOString(), row.text],
      });
    });
  }
}
