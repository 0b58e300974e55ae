import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { Channel } from '../core/entries';
import { EntryRows, type RegisterFilter, type RegisterRow } from '../data/entry-rows';
import { refuse } from '../errors';
import type { RegisterLineView } from './execution.views.dto';
import { allPages } from './all-pages';
import { particularsView } from './execution-views';

export type RegisterKind = 'seal' | 'dispatch';

export interface RegisterQuery {
  readonly kind: RegisterKind;
  /** First and last day of what was done. */
  readonly from?: string;
  readonly until?: string;
  /** Part of the name of the seal. */
  readonly seal?: string;
  readonly channel?: Channel;
  readonly cursor?: string;
  readonly limit: number;
}

/** 公印使用簿 and 発送簿: every use of a seal and every dispatch, those taken back included (EXE-16). */
@Injectable()
export class ReadRegisters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EntryRows,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError execution.not-your-register, request.bad-cursor */
  run({ kind, cursor, limit, ...wanted }: RegisterQuery, actor: Actor): Promise<Page<RegisterLineView>> {
    const sections = registerScope(kind, actor);
    if (sections !== null && sections.length === 0) throw refuse('execution.not-your-register', {});
    const after = decodeCursor(cursor, ['day', 'uuid']) as readonly [string, string] | null;
    return this.uow.read(async () => {
      const filter: RegisterFilter = { ...wanted, kind, sections };
      const rows = await this.rows.register(filter, after, limit + 1);
      const ids = [...new Set(rows.map(({ documentId }) => documentId))];
      const titles = await this.documents.readableTitles(ids, actor);
      const numbers = new Map((await this.documents.cards(ids)).map((card) => [card.id, card.dispatchNumber]));
      const map = (row: RegisterRow) => lineOf(row, titles.get(row.documentId), numbers.get(row.documentId) ?? null);
      return pageOf(rows, limit, { map, keyOf: (row) => [row.occurredOn, row.id] });
    });
  }

  /** All that fits, for printing; its pages are read one after the other. */
  all(query: Omit<RegisterQuery, 'cursor' | 'limit'>, actor: Actor): Promise<RegisterLineView[]> {
    return this.uow.read(() => allPages((page) => this.run({ ...query, ...page }, actor)));
  }
}

const CLERKS: readonly string[] = ['records_clerk', 'deputy_records_clerk'];

/** EXE-16 Which sections of a register somebody sees; null: all, empty: none. */
export function registerScope(kind: RegisterKind, actor: Actor): readonly string[] | null {
  if (hasRole(actor, 'records_officer') || hasRole(actor, 'auditor')) return null;
  if (kind === 'seal') return hasRole(actor, 'seal_keeper') ? null : [];
  return actor.roles.flatMap(({ role, unitCode }) => (CLERKS.includes(role) && unitCode !== null ? [unitCode] : []));
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
