import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type Language, type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { DropPlaces } from '@fubako/platform/object-store';
import type { ArrivalState } from '../core/scan-inlet';
import type { ArrivalReason } from '../data/scan-arrival-rows';
import { refuse } from '../errors';
import { readableReceipts } from './policy';
import type { ScanArrivalView, ScannedReceiptView } from './scan-arrivals.view.dto';
import { reasonWords } from './scan-reasons';
import { sectionsWatchedBy, watchesAllInlets } from './scan-watchers';

interface ArrivalRow {
  readonly id: string;
  readonly inlet_name: string;
  readonly section_code: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly state: ArrivalState;
  readonly reason: ArrivalReason | null;
  readonly arrived_at: Date;
  readonly noted_at: Date;
  readonly receipts: ScannedReceiptView[];
}

export interface ArrivalsQuery {
  readonly state?: ArrivalState;
  readonly cursor?: string;
  readonly limit: number;
}

/** 取込記録, latest first (SCI-6). */
@Injectable()
export class ListScanArrivals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: DropPlaces,
  ) {}

  /** @throws DomainError intake.not-yours-to-watch, request.bad-cursor */
  async run(
    query: ArrivalsQuery,
    actor: Actor,
    language: Language,
  ): Promise<Page<ScanArrivalView> & { watched: boolean }> {
    const mine = inletsOf(actor);
    return this.uow.read(async () => {
      const after = decodeCursor(query.cursor, ['instant', 'uuid']);
      const earlier = after ? sql`(${NOTED}, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
      const inState = query.state ? sql`a.state = ${query.state}` : sql`true`;
      const rows = await this.uow.rows<ArrivalRow>(sql`
        select a.id, i.name as inlet_name, i.section_code, a.file_name, a.bytes, a.state, a.reason, a.arrived_at, a.noted_at,
          ${receiptsOf(actor)} as receipts
        from intake.scan_arrival a join intake.scan_inlet i on i.code = a.inlet
        where (${mine}) and ${earlier} and ${inState} order by ${NOTED} desc, a.id desc limit ${query.limit + 1}`);
      const page = pageOf(rows, query.limit, {
        map: (row) => viewOf(row, language),
        keyOf: (row) => [row.noted_at.toISOString(), row.id],
      });
      return { ...page, watched: this.places.all.length > 0 };
    });
  }
}

/** Times leave the house in milliseconds. */
const NOTED = sql`date_trunc('milliseconds', a.noted_at)`;

/** What the same bytes became, whether by this file or by an earlier one. */
function receiptsOf(actor: Actor): Sql {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('receiptId', r.id, 'subject', r.subject, 'receiptNumber', r.receipt_number) order by s.part)
    from intake.scan_arrival f join intake.scanned_receipt s on s.arrival_id = f.id join intake.receipt r on r.id = s.receipt_id
    where f.inlet = a.inlet and f.sha256 = a.sha256 and f.state = 'taken' and (${readableReceipts(actor)})), '[]'::jsonb)`;
}

function inletsOf(actor: Actor): Sql {
  if (watchesAllInlets(actor)) return sql`true`;
  const sections = sectionsWatchedBy(actor);
  if (sections.length === 0) throw refuse('intake.not-yours-to-watch', {});
  return sql`i.section_code = any(${sections}::text[])`;
}

function viewOf(row: ArrivalRow, language: Language): ScanArrivalView {
  return {
    id: row.id,
    inletName: row.inlet_name,
    sectionCode: row.section_code,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    state: row.state,
    reason: row.reason && reasonWords(row.reason, language),
    receipts: row.receipts,
    arrivedAt: row.arrived_at.toISOString(),
    notedAt: row.noted_at.toISOString(),
  };
}
