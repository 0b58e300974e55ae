import { ApiProperty } from '@nestjs/swagger';
import { DEFINITION_KINDS, type DefinitionKind } from '@fubako/documents';
import { RefusedAct } from '@fubako/platform/http';

export const DEFINITION_STATES = ['scheduled', 'in_force', 'past'] as const;
/** 予約, 現行, 過去 */
export type DefinitionState = (typeof DEFINITION_STATES)[number];

/** 様式・事案の種類の版 */
export class DefinitionVersionView {
  version: number;
  @ApiProperty({ enum: DEFINITION_STATES })
  state: DefinitionState;
  /** 施行日 */
  validFrom: string;
  name: string;
  /** Documents being drafted or under way that keep this version (RULE-104). */
  openDocuments: number;
}

export class DefinitionDraftSummary {
  id: number;
  createdByName: string;
  createdAt: string;
  /** The decision on it, while it is under way. */
  underDecision: boolean;
  /** 施行日 that was proposed. */
  proposedFrom: string | null;
}

export class DefinitionSummary {
  @ApiProperty({ enum: DEFINITION_KINDS })
  kind: DefinitionKind;
  code: string;
  /** As it is called today, or will be first. */
  name: string;
  /** Newest first; none where it is only drafted. */
  versions: DefinitionVersionView[];
  draft: DefinitionDraftSummary | null;
}

export class DefinitionList {
  items: DefinitionSummary[];
  /** `draft`: drafts may be begun. */
  allowed: string[];
}

/** 新旧対照の一行 */
export class DefinitionChangeView {
  /** Of a field or column; empty: the definition as a whole. */
  name: string;
  label: string;
  /** Null: it is new. */
  before: string | null;
  /** Null: it is taken out. */
  after: string | null;
}

export class DefinitionFaultView {
  /** Name of the field, or column of the matter type; empty: the definition as a whole. */
  place: string;
  code: string;
  message: string;
  @ApiProperty({ enum: ['error', 'warning'] })
  severity: 'error' | 'warning';
}

/** One version with what it changed. */
export class DefinitionView extends DefinitionVersionView {
  @ApiProperty({ enum: DEFINITION_KINDS })
  kind: DefinitionKind;
  code: string;
  /** A form: JSON Schema with `x-ui`; a matter type: its row of `matter_types.csv`. */
  content: Record<string, unknown>;
  /** Against the version before it; the first one lays everything down. */
  changes: DefinitionChangeView[];
  /** The decision that published it; null where it was imported. */
  documentId: string | null;
}

export class DefinitionDraftView {
  id: number;
  @ApiProperty({ enum: DEFINITION_KINDS })
  kind: DefinitionKind;
  code: string;
  name: string;
  @ApiProperty({ enum: ['draft', 'proposed', 'published'] })
  state: 'draft' | 'proposed' | 'published';
  /** Number of the version that it is compared with; null: it is new. */
  comparedWith: number | null;
  revision: number;
  note: string | null;
  createdByName: string;
  content: Record<string, unknown>;
  /** Names that earlier versions used: the kind of these fields stays (FORM-2). */
  keptNames: string[];
  changes: DefinitionChangeView[];
  faults: DefinitionFaultView[];
  documentId: string | null;
  proposedFrom: string | null;
  /** Why the decision published nothing: something else was decided, or it no longer fits what stands around. */
  @ApiProperty({ enum: ['differs', 'has-faults'], nullable: true })
  proposalFault: 'differs' | 'has-faults' | null;
  /** What this person may do with it: `edit`, `propose`, `discard`. */
  allowed: string[];
  /** The others, and why not now. */
  refused: RefusedAct[];
}

export class DefinitionDraftAddress {
  id: number;
  @ApiProperty({ enum: DEFINITION_KINDS })
  kind: DefinitionKind;
  code: string;
}

export class DefinitionDraftAddresses {
  items: DefinitionDraftAddress[];
}
