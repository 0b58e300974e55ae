import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { formatNumber, hasBranches } from '../core/number-format';
import { type IssuedNumber, type NumberKey, NumberRows } from '../data/number-rows';
import { refuse } from '../errors';

/** A letter that keeps the number of an earlier one. */
export interface BranchRequest {
  readonly documentId: string;
  readonly of: NumberKey;
  readonly addressee?: string;
}

/** 枝番: later letters of the same matter keep the number of the first (RULE-74). */
@Injectable()
export class BranchNumbers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
  ) {}

  /** The serial stays locked until the unit ends: at the same minute one gets の2 and the other の3. */
  async issue(requests: readonly BranchRequest[]): Promise<IssuedNumber[]> {
    const issued: IssuedNumber[] = [];
    for (const request of requests.toSorted((a, b) => (spell(a.of) < spell(b.of) ? -1 : 1)))
      issued.push(await this.next(request, issued));
    return issued;
  }

  /** Which of the documents continue an earlier letter. @returns document id → number of that letter */
  async followUps(documentIds: readonly string[]): Promise<Map<string, NumberKey>> {
    const rows = await this.uow.rows<NumberKey & { documentId: string }>(sql`
      select document_id as "documentId", series_code as "seriesCode", symbol, year, serial, branch
      from documents.follow_up where document_id = any(${documentIds}::uuid[])`);
    return new Map(rows.map(({ documentId, ...key }) => [documentId, key]));
  }

  /** Notes that a document continues an earlier letter, or does so no longer. */
  async note(documentId: string, of: NumberKey | null, notedBy: string): Promise<void> {
    await this.uow.change(sql`delete from documents.follow_up where document_id = ${documentId}`);
    if (!of) return;
    await this.uow.change(sql`
      insert into documents.follow_up (document_id, series_code, symbol, year, serial, noted_at, noted_by)
      values (${documentId}, ${of.seriesCode}, ${of.symbol}, ${of.year}, ${of.serial}, ${await this.uow.now()}, ${notedBy})`);
  }

  private async next({ documentId, of, addressee }: BranchRequest, before: readonly IssuedNumber[]) {
    const base = { ...of, branch: 0 };
    const parent = await this.numbers.lock(base);
    const series = (await this.numbers.series([of.seriesCode])).get(of.seriesCode);
    if (!parent?.documentId || !series) throw refuse('documents.unknown-number', {});
    if (parent.voidedAt) throw refuse('documents.number-void', { number: parent.text });
    if (!hasBranches(series)) throw refuse('documents.no-branches', { number: parent.text });
    const here = before.filter((number) => spell({ ...number, branch: 0 }) === spell(base)).length;
    const branch = Math.max(1, await this.numbers.lastBranch(base)) + 1 + here;
    const text = formatNumber(series, { ...base, branch });
    return { ...base, branch, text, documentId, addressee: addressee ?? null, issuedAt: await this.uow.now() };
  }
}

/** Spelled the same for the same number, and in the order in which numbers are locked. */
export function spell({ seriesCode, symbol, year, serial, branch }: NumberKey): string {
  return [seriesCode, symbol, year, String(serial).padStart(10, '0'), branch].join('\n');
}
