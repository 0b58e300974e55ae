import type { LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { ruleSetWords } from '../core/rule-set-words';
import type { RuleSetRow } from '../data/rule-set.row';
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

const ACTS: Readonly<Record<TableState, readonly string[]>> = {
  draft: ['edit', 'publish', 'discard'],
  proposed: [],
  scheduled: ['withdraw'],
  in_force: [],
  past: [],
  withdrawn: [],
};

/** What is offered is what the use cases accept. */
export function allowedOf({ documentId }: RuleSetRow, state: TableState, actor: Actor): string[] {
  // What was decided is not taken back by its keeper alone.
  const acts = ACTS[state].filter((act) => act !== 'withdraw' || documentId === null);
  return [...(mayKeepTable(actor) ? acts : []), 'try'];
}
