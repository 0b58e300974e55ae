/** Who did what for a batch, by 職員番号. */
export interface Involved {
  /** The head of the section, who chose, and whoever drafted the decision. */
  readonly proposers: readonly string[];
  /** Everybody who acted in its approval, and those for whom they acted. */
  readonly approvers: readonly string[];
  /** Those who may act for an approver or proposer now (代理). */
  readonly delegates: readonly string[];
  /** The third person who agreed to an unusual volume. */
  readonly confirmer: string | null;
  /** Those who have released the lock on disposals since it was listed (DISP-19). */
  readonly releasers: readonly string[];
}

export type PersonFault = 'has-proposed' | 'has-approved' | 'is-delegate' | 'has-confirmed' | 'has-released';

/** DISP-11 Why somebody must not carry out what was decided: four eyes are four eyes (RULE-88, setting `disposalExecutorDiffers`). */
export function executorFault(staffNo: string, involved: Involved): PersonFault | null {
  if (involved.confirmer === staffNo) return 'has-confirmed';
  if (involved.releasers.includes(staffNo)) return 'has-released';
  return confirmerFault(staffNo, involved);
}

/** DISP-13 Why somebody is not the third. */
export function confirmerFault(
  staffNo: string,
  { proposers, approvers, delegates }: Omit<Involved, 'confirmer' | 'releasers'>,
): PersonFault | null {
  if (proposers.includes(staffNo)) return 'has-proposed';
  if (approvers.includes(staffNo)) return 'has-approved';
  return delegates.includes(staffNo) ? 'is-delegate' : null;
}
