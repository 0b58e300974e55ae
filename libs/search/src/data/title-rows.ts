import { Injectable } from '@nestjs/common';
import { titlesOnly } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { SOURCE_END } from '../core/entry';
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
      (word) =>
        sql`(strpos(split_part(split_part(x.head, ${SOURCE_END}, 1), E'\n', 1), ${word}) > 0 or coalesce(strpos(x.card->>'numberKeys', ${word}), 0) > 0)`,
    );
    return this.uow.rows<TitleRow>(sql`
      select x.document_id as "documentId", x.card->>'title' as title, x.card->>'number' as number
      from (select d.document_id, d.card, substr(d.folded, 1, 1000) as head from search.search_document d
            where d.kind = 'document' and d.grams @> ${grams}::int4[] and ${titlesOnly(actor, ENTRY_COLUMNS)} offset 0) x
      where ${joinSql(holding, ' and ', sql`true`)}
      order by search.number_key(x.card->>'number') collate "C" nulls last, x.card->>'title' collate "C", x.document_id limit ${limit}`);
  }
}
