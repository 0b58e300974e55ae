import type { LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Language, type Offer, offerOf } from '@fubako/platform/http';
import { ruleSetWords } from '../core/rule-set-words';
import type { RuleSetRow } from '../data/rule-set.row';
import { approvalsProblems, refuse } from '../errors';
import { mayKeepTable } from './delegation-rights';
import type { DelegationTableSummary, TableState } from './delegation-views.dto';

interface Place {
  readonly today: LocalDate;
  /** Id of the set in force today. */
  readonly inForce: number | null;
  readonly openCases: number;
}

export function stateOf(
  { id, state, validFrom, underDecision }: RuleSetRow,
  { today, inForce }: Pick<Place, 'today' | 'inForce'>,
): TableState {
  if (state === 'draft' && underDecision) return 'proposed';
  if (state !== 'published') return state;
  if (validFrom !== null && validFrom > today) return 'scheduled';
  return id === inForce ? 'in_force' : 'past';
}

export function summaryOf(row: RuleSetRow, place: Place, language: Language): DelegationTableSummary {
  const { version, validFrom } = row;
  return {
    id: row.id,
    state: stateOf(row, place),
    version,
    validFrom,
    words: version === null || validFrom === null ? draftWords(language) : ruleSetWords(version, validFrom, language),
    note: row.note,
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    publishedByName: row.publishedByName,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    openCases: place.openCases,
    documentId: row.documentId,
    proposedFrom: row.proposedFrom,
    proposalFault: row.proposalFault,
  };
}

const draftWords = (language: Language): string => (language === 'ja' ? '専決規程 下書き' : 'Delegation table, draft');

const TABLE_ACTS = ['edit', 'publish', 'discard', 'withdraw', 'try'] as const;
export type TableAct = (typeof TABLE_ACTS)[number];

/** What is offered is what the use cases accept, and what they refuse has their reason. */
export function offeredActs(row: RuleSetRow, state: TableState, reader: Reader): Offer<TableAct> {
  const { actor, language } = reader;
  return offerOf(TABLE_ACTS, (act) => refusalOf(act, { row, state, actor }), { problems: approvalsProblems, language });
}

interface Reader {
  readonly actor: Actor;
  readonly language: Language;
}

interface Asked {
  readonly row: RuleSetRow;
  readonly state: TableState;
  readonly actor: Actor;
}

function refusalOf(act: TableAct, { row: { documentId }, state, actor }: Asked) {
  if (act === 'try') return null;
  if (!mayKeepTable(actor)) return refuse('approvals.not-your-table', {});
  if (act === 'withdraw') {
    if (state !== 'scheduled') return refuse('approvals.table-not-scheduled', {});
    // What was decided is not taken back by its keeper alone.
    return documentId === null ? null : refuse('approvals.table-decided', { documentId });
  }
  if (state === 'draft') return null;
  if (state === 'proposed' && documentId !== null) return refuse('approvals.table-under-decision', { documentId });
  return refuse('approvals.table-not-draft', {});
}
