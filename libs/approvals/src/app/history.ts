import type { AttachmentRow, DocumentCard, FormerDrafter, RevisionNote } from '@fubako/documents';
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
  readonly formerDrafters: readonly FormerDrafter[];
  /** Files of the document; those that came after the decision are told. */
  readonly files: readonly AttachmentRow[];
  readonly language: Language;
}

/** 経過 over all rounds, oldest first: submissions from the revisions, everything else from the acts (RULE-53). */
export function historyOf({ card, acts, revisions, formerDrafters, files, language }: HistoryFacts): HistoryEntry[] {
  // 修正 on the way is an act of its own.
  const revised = new Set(acts.flatMap(({ kind, revision_no }) => (kind === 'revise' ? [revision_no] : [])));
  const submitted = revisions.filter(({ no }) => !revised.has(no));
  const submissions = submitted.map((revision, index) =>
    submissionEntry(drafterOf(revision, card, formerDrafters), { ...revision, round: index + 1 }, language),
  );
  const additions = files.flatMap((file) => additionEntry(file, { card, round: submitted.length }, language));
  const entries = [...submissions, ...acts.map((act) => actEntry(act, language)), ...additions];
  return entries.toSorted((a, b) => (a.at === b.at ? a.revisionNo - b.revisionNo : a.at < b.at ? -1 : 1));
}

/** Whoever submitted it, as they were: the present drafter, or one whose draft was taken over (RULE-101, RULE-102). */
function drafterOf(
  { createdBy, createdByName }: RevisionNote,
  { drafter, unit }: DocumentCard,
  former: readonly FormerDrafter[],
): FormerDrafter {
  const present = { staffNo: drafter.staffNo, name: drafter.name, postTitle: drafter.postTitle, unitName: unit.name };
  const one = [...former, present].find(({ staffNo }) => staffNo === createdBy);
  return one ?? { ...present, staffNo: createdBy, name: createdByName };
}

function submissionEntry(
  drafter: FormerDrafter,
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
    unitName: drafter.unitName,
    comment: revision.note,
    round: revision.round,
    revisionNo: revision.no,
    bulk: false,
    note: null,
  };
}

/** 決裁後の追加 with the name of the file and why (RULE-61). */
function additionEntry(
  file: AttachmentRow,
  { card, round }: { card: DocumentCard; round: number },
  language: Language,
): HistoryEntry[] {
  if (file.addition === null) return [];
  const { reason, postTitle, unitName } = file.addition;
  return [
    {
      at: file.added_at.toISOString(),
      kind: 'add_file',
      label: actWords('add_file', language),
      actorName: file.added_by_name,
      actorTitle: postTitle,
      unitName,
      comment: reason,
      round,
      revisionNo: card.revisionNo,
      bulk: false,
      note: file.file_name,
    },
  ];
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
