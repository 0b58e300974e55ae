import type { DocumentAttributes, DocumentState } from '../core/states';
import type { DocumentRow } from '../data/document.row';
import { contentOf } from './edit-draft';

/** A document as upper libs see it: what it asks, who asks it, and for which section. */
export interface DocumentCard {
  readonly id: string;
  readonly version: number;
  readonly state: DocumentState;
  readonly matterType: string;
  /** Version of the matter type that the document keeps (RULE-104). */
  readonly matterTypeVersion: number;
  readonly form: { readonly name: string; readonly version: number };
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amount: number | null;
  readonly attributes: DocumentAttributes;
  readonly drafter: {
    readonly staffNo: string;
    readonly name: string;
    readonly postCode: string;
    readonly postTitle: string;
  };
  readonly unit: { readonly code: string; readonly name: string };
  readonly section: { readonly code: string; readonly name: string; readonly symbol: string };
  readonly revisionNo: number;
  readonly contentDigest: Buffer | null;
  readonly draftNumber: string | null;
  readonly dispatchNumber: string | null;
  readonly draftedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly executedAt: Date | null;
  /** 施行不要: when it was found that nothing of it will go out. */
  readonly executionWaivedAt: Date | null;
  readonly closedOn: string | null;
  /** 消去: when its content went with a disposal; what describes it stays (RULE-85). */
  readonly erasedAt: Date | null;
}

export function cardOf(row: DocumentRow): DocumentCard {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    matterType: row.matter_type,
    matterTypeVersion: row.matter_type_version,
    form: { name: row.form_name, version: row.form_version },
    ...contentOf(row),
    drafter: {
      staffNo: row.drafter_staff_no,
      name: row.drafter_name,
      postCode: row.drafter_post_code,
      postTitle: row.drafter_post_title,
    },
    unit: { code: row.unit_code, name: row.unit_name },
    section: { code: row.section_code, name: row.section_name, symbol: row.symbol },
    revisionNo: row.revision_no,
    contentDigest: row.content_digest,
    draftNumber: row.draft_number,
    dispatchNumber: row.dispatch_number,
    draftedAt: row.drafted_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    executedAt: row.executed_at,
    executionWaivedAt: row.execution_waived_at,
    closedOn: row.closed_on,
    erasedAt: row.erased_at,
  };
}
