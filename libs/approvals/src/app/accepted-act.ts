import type { Actor } from '@fubako/platform/authz';
import type { Act, ApprovalEvent } from '../core/act';
import type { ActRow } from '../data/case.row';
import type { LoadedCase } from './case-state-reader';

/** An act that the rules have accepted, with what follows from it. */
export interface AcceptedAct {
  readonly loaded: LoadedCase;
  readonly wanted: Act;
  readonly events: readonly ApprovalEvent[];
  readonly actor: Actor;
  /** Key of the bulk request it belongs to, or null. */
  readonly bulkKey: string | null;
}

export interface AppliedAct extends AcceptedAct {
  readonly row: ActRow;
  readonly dispatchNumber: string | null;
}
