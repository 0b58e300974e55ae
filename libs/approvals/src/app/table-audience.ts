import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import type { RuleSetRow } from '../data/rule-set.row';
import { refuse } from '../errors';
import { mayLookAtTable } from './delegation-rights';

/** Who may look at a table and try it: its keepers, auditors, and for a proposed one whoever may read the decision (RULES-4). */
@Injectable()
export class TableAudience {
  constructor(private readonly documents: DocumentReading) {}

  /** Those of them that the person may see. */
  async seen(rows: readonly RuleSetRow[], actor: Actor): Promise<RuleSetRow[]> {
    if (mayLookAtTable(actor)) return [...rows];
    const ids = rows.flatMap(({ documentId }) => documentId ?? []);
    const readable = ids.length === 0 ? new Map<string, string>() : await this.documents.readableTitles(ids, actor);
    return rows.filter(({ documentId }) => documentId !== null && readable.has(documentId));
  }

  /** @throws DomainError approvals.not-your-table when there is none */
  async among(rows: readonly RuleSetRow[], actor: Actor): Promise<RuleSetRow[]> {
    const seen = await this.seen(rows, actor);
    if (seen.length === 0 && !mayLookAtTable(actor)) throw refuse('approvals.not-your-table', {});
    return seen;
  }

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found */
  async one(row: RuleSetRow | null, actor: Actor): Promise<RuleSetRow> {
    const [seen] = await this.among(row ? [row] : [], actor);
    if (!seen) throw refuse('approvals.table-not-found', {});
    return seen;
  }
}
