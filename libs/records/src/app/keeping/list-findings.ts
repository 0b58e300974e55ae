import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Language, type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { findingCsv } from '../../core/keeping/finding-csv';
import { findingWords } from '../../core/keeping/finding-words';
import { type FindingFilter, type FindingKind, FindingRows } from '../../data/keeping/finding-rows';
import { readableFiles } from '../record-file-policy';
import type { FindingView } from './findings.views.dto';

export interface FindingsQuery {
  readonly state?: 'open' | 'settled' | 'all';
  readonly kind?: FindingKind;
  /** Code of a section. */
  readonly unit?: string;
}

const MOST_LINES = 10_000;

/** SWEEP-2 What the nightly sweep has found in the files that the reader sees, settled or not. */
@Injectable()
export class ListFindings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FindingRows,
  ) {}

  /** @throws DomainError request.bad-cursor */
  run(
    { cursor, limit, ...query }: FindingsQuery & { readonly cursor?: string; readonly limit: number },
    actor: Actor,
    language: Language,
  ): Promise<Page<FindingView>> {
    const after = decodeCursor(cursor, ['day', 'uuid']);
    return this.uow.read(async () => {
      const rows = await this.rows.page(filterOf(query, actor), after, limit + 1);
      return pageOf(rows, limit, {
        map: (row): FindingView => ({ ...row, text: findingWords(row.kind, language) }),
        keyOf: ({ foundOn, id }) => [foundOn, id],
      });
    });
  }

  /** At most ten thousand, latest first. */
  csv(query: FindingsQuery, actor: Actor): Promise<string> {
    return this.uow.read(async () => findingCsv(await this.rows.page(filterOf(query, actor), null, MOST_LINES)));
  }
}

function filterOf({ state = 'open', kind, unit }: FindingsQuery, actor: Actor): FindingFilter {
  return { state, kind: kind ?? null, unit: unit ?? null, visible: readableFiles(actor, sql`f.section_code`) };
}
