import { type LocalDate, addDays } from '@fubako/kernel';

/** Days that the paper of an administrative disposition is kept beside its scan (RULE-92). */
const DISPOSITION_DAYS = 90;

export interface PaperOrigin {
  /** 行政処分 */
  readonly disposition: boolean;
  readonly issuedOn: LocalDate | null;
}

/** 代替の記録: who did what so far. */
export interface SubstituteSteps {
  readonly scannedBy: string;
  readonly checkedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: LocalDate | null;
  readonly refused: boolean;
  readonly destructionDecidedBy: string | null;
  readonly destroyedBy: string | null;
}

export interface SubstituteActor {
  readonly staffNo: string;
  /** Whether the person belongs to the section of the file. */
  readonly ofSection: boolean;
  /** 文書主管課 */
  readonly recordsOffice: boolean;
}

export const SUBSTITUTE_ACTS = ['check', 'approve', 'refuse', 'decide_destruction', 'destroy'] as const;
export type SubstituteAct = (typeof SUBSTITUTE_ACTS)[number];

/** SUB-4 The last of the 90 days on which the paper of a disposition is kept: day 90 after its issue. Null: none. */
export function lastDayOfPaper({ disposition, issuedOn }: PaperOrigin): LocalDate | null {
  return disposition && issuedOn !== null ? addDays(issuedOn, DISPOSITION_DAYS) : null;
}

/** SUB-4 The first day on which the paper may go: after day 90, and never before the scan was approved. Null: not approved. */
export function paperMayGoFrom(origin: PaperOrigin, approvedOn: LocalDate | null): LocalDate | null {
  if (approvedOn === null) return null;
  const kept = lastDayOfPaper(origin);
  const after = kept === null ? approvedOn : addDays(kept, 1);
  return after > approvedOn ? after : approvedOn;
}

/** SUB-1 to SUB-5 What somebody may do with a substitute today; each step is another decision, two of them another person's. */
export function substituteActs(
  steps: SubstituteSteps,
  { origin, today }: { readonly origin: PaperOrigin; readonly today: LocalDate },
  actor: SubstituteActor,
): SubstituteAct[] {
  if (steps.refused || steps.destroyedBy !== null) return [];
  const { staffNo, recordsOffice } = actor;
  const keeps = actor.ofSection || recordsOffice;
  if (steps.approvedBy === null) return verdicts(steps, actor, keeps);
  const from = paperMayGoFrom(origin, steps.approvedOn);
  if (from === null || today < from) return [];
  if (steps.destructionDecidedBy === null) return recordsOffice ? ['decide_destruction'] : [];
  return keeps && staffNo !== steps.destructionDecidedBy ? ['destroy'] : [];
}

/** Of a scan that is not approved yet: never by who scanned. */
function verdicts({ scannedBy, checkedBy }: SubstituteSteps, actor: SubstituteActor, keeps: boolean): SubstituteAct[] {
  if (actor.staffNo === scannedBy) return [];
  if (checkedBy === null) return keeps ? ['check', 'refuse'] : [];
  return actor.recordsOffice ? ['approve', 'refuse'] : [];
}
