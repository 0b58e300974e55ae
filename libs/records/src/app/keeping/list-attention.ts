import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { Language } from '../../core/retention-words';
import { type AttentionKind, AttentionRows } from '../../data/keeping/attention-rows';
import { readableFiles } from '../record-file-policy';
import { holdLine } from './hold-lines';
import type { AttentionFileView } from './keeping.views.dto';

export interface AttentionQuery {
  readonly kind: AttentionKind;
  /** Code of a section. */
  readonly unit?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** DUE-2 Files behind a count of the overview: by section, fiscal year and id. */
@Injectable()
export class ListAttention {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AttentionRows,
  ) {}

  /** @throws DomainError request.bad-cursor */
  run(
    { kind, unit, cursor, limit }: AttentionQuery,
    actor: Actor,
    language: Language,
  ): Promise<Page<AttentionFileView>> {
    const after = decodeCursor(cursor, ['text', 'integer', 'uuid']);
    const filter = { kind, unit: unit ?? null, today: actor.on, visible: readableFiles(actor, sql`f.section_code`) };
    return this.uow.read(async () => {
      const rows = await this.rows.list(filter, after, limit + 1);
      return pageOf(rows, limit, {
        map: (row): AttentionFileView => ({
          ...row,
          extendedTo: null,
          hold: holdLine(row.hold, language),
        }),
        keyOf: (row) => [row.unitCode, row.fiscalYear, row.id],
      });
    });
  }
}
