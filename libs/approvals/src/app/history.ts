import type { DocumentCard, RevisionNote } from '@fubako/documents';
import type { Language } from '@fubako/platform/http';
import type { ActKind } from '../core/act';
import { actWords, outcomeWords } from '../core/words';
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
  const submissions = revisions.map((revision) => submissionEntry(card, revision, language));
  const entries = [...submissions, ...acts.map((act) => actEntry(act, language))];
  return entries.toSorted((a, b) => (a.at === b.at ? a.revisionNo - b.revisionNo : a.at < b.at ? -1 : 1));
}

function submissionEntry({ drafter, unit }: DocumentCard, revision: RevisionNote, language: Language): HistoryEntry {
  const kind = revision.no === 1 ? 'submit' : 'resubmit';
  return {
    at: revision.createdAt.toISOString(),
    kind,
    label: actWords(kind, language),
    actorName: drafter.name,
    actorTitle: drafter.postTitle,
    unitName: unit.name,
    comment: revision.note,
    round: revision.no,
    revisionNo: revision.no,
    bulk: false,
  };
}

function actEntry(act: ActRow, language: Language): HistoryEntry {
  return {
    at: act.acted_at.toISOString(),
    kind: act.outcome ?? act.kind,
    label: act.outcome ? outcomeWords(act.outcome, language) : actWords(act.kind as ActKind, language),
    actorName: act.actor_name,
    actorTitle: act.post_title,
    unitName: act.unit_name,
    comment: act.comment,
    round: act.round,
    revisionNo: act.revision_no,
    bulk: act.bulk_key !== null,
  };
}
