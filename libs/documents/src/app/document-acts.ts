import type { ProblemText, UnitCode } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { type DocumentAct, type DocumentPlace, documentObstacle, suggestedActs } from '../core/document-acts';
import type { DocumentRow } from '../data/document.row';
import { documentsProblems, refuse } from '../errors';
import type { RefusedDocumentAct } from './documents.view.dto';

/** 文書主任 of a section and 文書主管課: they look after what was drafted there. */
export const KEEPERS = ['records_clerk', 'deputy_records_clerk', 'records_officer'] as const;

/** The section's own people, and the heads above it; the former drafter is none of them any more. */
export function isOfSection(sectionCode: string, { units, posts }: Actor): boolean {
  return posts.length > 0 && units.some((code) => code === sectionCode);
}

/** What the actor is to the document. */
function placeOf(row: DocumentRow, actor: Actor): DocumentPlace {
  return {
    state: row.state,
    left: row.left_at !== null,
    erased: row.erased_at !== null,
    handedOver: row.handed_over_at !== null,
    mine: row.drafter_staff_no === actor.staffNo,
    ofSection: isOfSection(row.section_code, actor),
    keeper: KEEPERS.some((role) => hasRole(actor, role, row.section_code as UnitCode)),
    posted: actor.posts.length > 0,
  };
}

/** DOC-11 @throws DomainError documents.* for what the rules do not let the actor do with the document now */
export function admit(act: DocumentAct, row: DocumentRow, actor: Actor): void {
  const obstacle = documentObstacle(act, placeOf(row, actor));
  if (obstacle === null) return;
  const { id: documentId, state } = row;
  if (obstacle === 'no-post') throw refuse('documents.no-post', { staffNo: actor.staffNo });
  if (obstacle === 'not-editable') throw refuse('documents.not-editable', { documentId, state });
  throw refuse(`documents.${obstacle}`, { documentId });
}

/** DOC-11 What the actor may do now, and what their place suggests but the rules refuse, with the reason in their words. */
export function offeredTo(
  actor: Actor,
  row: DocumentRow,
  language: Language,
): { allowed: string[]; refused: RefusedDocumentAct[] } {
  const facts = { documentId: row.id, state: row.state, staffNo: actor.staffNo };
  const judged = suggestedActs(placeOf(row, actor));
  return {
    allowed: judged.flatMap(({ act, obstacle }) => (obstacle === null ? [act] : [])),
    refused: judged.flatMap(({ act, obstacle }) => {
      if (obstacle === null) return [];
      const code = `documents.${obstacle}` as const;
      const { rule = null, ...text } = documentsProblems[code] as ProblemText<typeof facts> & { rule?: string };
      return [{ act, code, rule, ...text[language](facts) }];
    }),
  };
}
