import type { OrganisationChart } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import type { ActFacts } from '../core/act-facts';
import type { ApprovalEvent } from '../core/approval-event';
import type { CaseState } from '../core/case-state';
import type { Act } from '../core/wanted-act';
import type { ActDetail, ActRow } from '../data/case.row';
import type { LoadedCase } from './case-state-reader';
import type { OpenedSeat } from './opened-seat';

/** A case that events have moved, whether somebody acted or the organisation changed under it. */
export interface CaseMove {
  readonly loaded: LoadedCase;
  readonly facts: ActFacts;
  readonly chart: OrganisationChart;
  readonly events: readonly ApprovalEvent[];
  /** The case after the events. */
  readonly after: CaseState;
  /** The revision that an edit on the way has made, or null. */
  readonly revisionNo: number | null;
  /** Who put new seats into the route, and why. */
  readonly addedBy: { readonly name: string; readonly comment: string | null };
}

/** An act that the rules have accepted, with what follows from it. */
export interface AcceptedAct extends CaseMove {
  readonly wanted: Act;
  readonly actor: Actor;
  readonly detail: ActDetail | null;
  /** Key of the bulk request it belongs to, or null. */
  readonly bulkKey: string | null;
}

/** Written, with the seats whose turn came by it. */
export interface OpenedByAct extends AcceptedAct {
  readonly row: ActRow;
  readonly opened: readonly OpenedSeat[];
}

export interface AppliedAct extends OpenedByAct {
  readonly dispatchNumber: string | null;
}
