import { defineEvent } from '@fubako/platform/outbox';

export interface LetterDispatched {
  readonly documentId: string;
  readonly channel: string;
  readonly dispatchedOn: string;
  readonly addressees: readonly string[];
}

export interface MatterExecuted {
  readonly documentId: string;
  readonly title: string;
  readonly drafterStaffNo: string;
  readonly dispatchNumber: string | null;
  /** ISO instant of the last dispatch. */
  readonly executedAt: string;
}

/** 発送 */
export const dispatched = defineEvent<LetterDispatched>('execution.dispatched.v1');
/** 施行済: the last of it has gone out. */
export const executed = defineEvent<MatterExecuted>('execution.executed.v1');
