import type { UnitCode } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { type Language, type Offer, offerOf } from '@fubako/platform/http';
import {
  type DocumentAct,
  type DocumentObstacle,
  type DocumentPlace,
  documentObstacle,
  suggestedActs,
} from '../core/document-acts';
import type { DocumentRow } from '../data/document.row';
import { documentsProblems, refuse } from '../errors';

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

/** What stands against an act, as it is thrown. */
function refusalOf(obstacle: DocumentObstacle, { id: documentId, state }: DocumentRow, { staffNo }: Actor) {
  if (obstacle === 'no-post') return refuse('documents.no-post', { staffNo });
  if (obstacle === 'not-editable') return refuse('documents.not-editable', { documentId, state });
  return refuse(`documents.${obstacle}`, { documentId });
}

/** DOC-11 @throws DomainError documents.* for what the rules do not let the actor do with the document now */
export function admit(act: DocumentAct, row: DocumentRow, actor: Actor): void {
  const obstacle = documentObstacle(act, placeOf(row, actor));
  if (obstacle !== null) throw refusalOf(obstacle, row, actor);
}

/** DOC-11 What the actor may do now, and what their place suggests but the rules refuse, with the reason in their words. */
export function offeredTo(actor: Actor, row: DocumentRow, language: Language): Offer<DocumentAct> {
  const obstacles = new Map(suggestedActs(placeOf(row, actor)).map(({ act, obstacle }) => [act, obstacle]));
  const judge = (act: DocumentAct) => {
    const obstacle = obstacles.get(act) ?? null;
    return obstacle === null ? null : refusalOf(obstacle, row, actor);
  };
  return offerOf([...obstacles.keys()], judge, { problems: documentsProblems, language });
}
