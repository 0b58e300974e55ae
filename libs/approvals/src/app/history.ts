import type { DocumentCard, RevisionNote } from '@fubako/documents';
import type { Language } from '@fubako/platform/http';
import type { ActKind } from '../core/act-table';
import { actWords, outcomeWords } from '../core/words';
import { actNote } from './act-note';
import type { ActRow } from '../data/case.row';
import type { HistoryEntry } from './approvals.views.dto';

interface HistoryFacts {
  readonly card: DocumentCard;
  readonly acts: readonly ActRow[];
  readonly revisions: readonly RevisionNote[];
  readonly language: Language;
}

/** 経過 over all rounds, oldest first: submissions from the revisions, everything else from the acts (RULE-53). */
export function historyOf({ card, acts, revisions, language }: HistoryFacts): HistoryEntry[] {
  // A revision by somebody else is an act of its own.
  const submitted = revisions.filter(({ createdBy }) => createdBy === card.drafter.staffNo);
  const submissions = submitted.map((revision, index) =>
    submissionEntry(card, { ...revision, round: index + 1 }, language),
  );
  const entries = [...submissions, ...acts.map((act) => actEntry(act, language))];
  return entries.toSorted((a, b) => (a.at === b.at ? a.revisionNo - b.revisionNo : a.at < b.at ? -1 : 1));
}

function submissionEntry(
  { drafter, unit }: DocumentCard,
  revision: RevisionNote & { readonly round: number },
  language: Language,
): HistoryEntry {
  const kind = revision.round === 1 ? 'submit' : 'resubmit';
  return {
    at: revision.createdAt.toISOString(),
    kind,
    label: actWords(kind, language),
    actorName: drafter.name,
    actorTitle: drafter.postTitle,
    unitName: unit.name,
    comment: revision.note,
    round: revision.round,
    revisionNo: revision.no,
    bulk: false,
    note: null,
  };
}

function actEntry(act: ActRow, language: Language): HistoryEntry {
  return {
    at: act.acted_at.toISOString(),
    kind: act.outcome ?? act.kind,
    label: labelOf(act, language),
    actorName: act.actor_name,
    actorTitle: act.post_title,
    unitName: act.unit_name,
    comment: act.comment,
    round: act.round,
    revisionNo: act.revision_no,
    bulk: act.bulk_key !== null,
    note: actNote(act, language),
  };
}

/** 代決 and 代理 are called so; any other closing act by its outcome. */
function labelOf(act: ActRow, language: Language): string {
  const inStead = act.kind === 'acting_decide' || act.kind === 'acting_approve';
  if (act.outcome !== null && !inStead) return outcomeWords(act.outcome, language);
  return actWords(act.kind as ActKind, language);
}
