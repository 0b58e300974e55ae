import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { EntryRows, type RegisterRow } from '../data/entry-rows';
import { refuse } from '../errors';
import type { RegisterLineView } from './execution.views.dto';
import { particularsView } from './execution-views';

export interface RegisterQuery {
  readonly kind: 'seal' | 'dispatch';
  readonly cursor?: string;
  readonly limit: number;
}

/** 公印台帳 and 発送簿: every use of a seal and every dispatch of the municipality, those taken back included. */
@Injectable()
export class ReadRegisters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EntryRows,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError execution.not-your-series, request.bad-cursor */
  run({ kind, cursor, limit }: RegisterQuery, actor: Actor): Promise<Page<RegisterLineView>> {
    const keeper = kind === 'seal' && hasRole(actor, 'seal_keeper');
    if (!keeper && !hasRole(actor, 'records_officer') && !hasRole(actor, 'auditor'))
      throw refuse('execution.not-your-register', {});
    const after = decodeCursor(cursor, ['day', 'uuid']) as readonly [string, string] | null;
    return this.uow.read(async () => {
      const rows = await this.rows.register(kind, after, limit + 1);
      const ids = [...new Set(rows.map(({ documentId }) => documentId))];
      const titles = await this.documents.readableTitles(ids, actor);
      const numbers = new Map((await this.documents.cards(ids)).map((card) => [card.id, card.dispatchNumber]));
      const map = (row: RegisterRow) => lineOf(row, titles.get(row.documentId), numbers.get(row.documentId) ?? null);
      return pageOf(rows, limit, { map, keyOf: (row) => [row.occurredOn, row.id] });
    });
  }
}

/** What the reader may not see stands there by its number, day and person alone. */
function lineOf(row: RegisterRow, title: string | undefined, dispatchNumber: string | null): RegisterLineView {
  const { channel, addressees, seal, copies } = particularsView(row);
  const seen = title !== undefined;
  return {
    entryId: row.id,
    documentId: seen ? row.documentId : null,
    title: title ?? null,
    dispatchNumber,
    occurredOn: row.occurredOn,
    recordedAt: row.recordedAt.toISOString(),
    recordedByName: row.recordedByName,
    addressees: seen ? addressees : [],
    channel,
    seal,
    copies,
    undone: row.undone,
  };
}
