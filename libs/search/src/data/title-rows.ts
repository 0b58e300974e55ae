import { Injectable } from '@nestjs/common';
import { titlesOnly } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { requiredGrams } from '../core/grams';
import { ENTRY_COLUMNS } from './hits.sql';

/** All that may be known of a document that may not be read. */
export interface TitleRow {
  readonly documentId: string;
  readonly title: string;
  readonly number: string | null;
}

/** Titles that the reader may know, and no more. Call it inside a unit of work. */
@Injectable()
export class TitleRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Documents whose title and numbers have all the words, by number; at most `limit`. @param words folded */
  page(words: readonly string[], actor: Actor, limit: number): Promise<TitleRow[]> {
    const grams = [...new Set(words.flatMap((word) => requiredGrams(word, false)))];
    const holding = words.map(
      (word) => sql`(strpos(x.folded_title, ${word}) > 0 or coalesce(strpos(x.number_keys, ${word}), 0) > 0)`,
    );
    return this.uow.rows<TitleRow>(sql`
      select x.document_id as "documentId", x.title, x.number
      from (select d.document_id, d.title, d.folded_title, d.number, d.number_keys from search.known_title d
            where d.grams @> ${grams}::int4[] and ${titlesOnly(actor, ENTRY_COLUMNS)} offset 0) x
      where ${joinSql(holding, ' and ', sql`true`)}
      order by search.number_key(x.number) collate "C" nulls last, x.title collate "C", x.document_id limit ${limit}`);
  }
}
