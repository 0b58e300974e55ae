import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { fileOf } from '@fubako/records';
import { type LayoutPart, PART_END, SOURCE_END } from '../core/entry';
import { restoreOriginal } from '../core/original';
import type { HitKey } from '../core/question';
import { type WrittenDocument, meets } from '../core/written';
import { type ReadersQuestion, hitsSql } from './hits.sql';

/** Candidates read at once. */
const BATCH = 100;

interface CandidateRow extends HitKey {
  readonly ownerUnit: string;
  readonly fileId: string | null;
  readonly amount: number | null;
  readonly decided: boolean;
  readonly serials: readonly number[];
  readonly folded: string;
  readonly layout: readonly LayoutPart[];
}

/** Hits when foldings are off (SEA-13): the index finds what may meet the query, what was written decides. */
@Injectable()
export class WrittenRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Hits in order, at most `most`. */
  async hits(question: ReadersQuestion, most: number): Promise<HitKey[]> {
    const hits: HitKey[] = [];
    let after: HitKey | undefined;
    for (;;) {
      const candidates = await this.candidates(after ? { ...question, after } : question);
      for (const row of candidates) {
        if (meetsAll(row, question)) hits.push(keyOf(row));
        if (hits.length === most) return hits;
      }
      after = candidates.at(-1);
      if (candidates.length < BATCH) return hits;
    }
  }

  private candidates(question: ReadersQuestion): Promise<CandidateRow[]> {
    return this.uow.rows<CandidateRow>(sql`
      select d.fy, d.document_id as "documentId", d.sort_on as "sortOn", k.number_key as "numberKey", k.rank, d.owner_unit as "ownerUnit", d.amount, d.decided, d.serials, d.folded, d.layout,
        ${fileOf(sql`d.document_id`)} as "fileId"
      from (select h.fy, h.document_id, h.number_key, h.rank, row_number() over () as n from (${hitsSql(question, BATCH)}) h) k
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id order by k.n`);
  }
}

function keyOf({ fy, documentId, sortOn, numberKey, rank }: CandidateRow): HitKey {
  return { fy, documentId, sortOn, numberKey, rank };
}

function meetsAll(row: CandidateRow, { plan: { conditions, off }, unitCodes, fileIds }: ReadersQuestion): boolean {
  const document = writtenOf(row);
  return conditions.every((condition) => meets(document, condition, { off, unitCodes, fileIds }));
}

const ENDS = new RegExp(`[${PART_END}${SOURCE_END}]`, 'u');

function writtenOf({ folded, layout, ...facts }: CandidateRow): WrittenDocument {
  const texts = folded.split(ENDS);
  return {
    ...facts,
    sortOn: facts.sortOn as LocalDate,
    parts: layout.map(([source, , edits], index) => ({ source, text: restoreOriginal(texts[index] ?? '', edits) })),
  };
}
