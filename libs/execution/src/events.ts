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

/** An entry of the execution was written or undone: what whoever reads the document reads of it has changed. */
export const executionEntered = defineEvent<{ readonly documentId: string }>('execution.entered.v1');
/** 発送 */
export const dispatched = defineEvent<LetterDispatched>('execution.dispatched.v1');
/** 施行済: the last of it has gone out. */
export const executed = defineEvent<MatterExecuted>('execution.executed.v1');
