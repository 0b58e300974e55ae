/** Somebody who may act, with the post that makes them the one. */
export interface Sitter {
  readonly staffNo: string;
  readonly name: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/** Why the holder of a post cannot act: 不在, 事故, 欠けた. */
export type Away = 'absence' | 'incapacity' | 'vacancy';

/** By what right the principal of a seat has it. */
export type Capacity = 'main' | 'concurrent' | 'acting_holder' | 'statutory_deputy' | 'handed';

/** Who can act for a post at one moment; looked up when a seat opens, and again when somebody acts (RULE-20, RULE-43). */
export interface Standing {
  /** The holder, or the 職務代理者 while the holder is prevented; null = vacant. */
  readonly principal: (Sitter & { readonly capacity: Capacity }) | null;
  /** Why the principal cannot act now, or null. */
  readonly away: Away | null;
  /** ISO instant at which the principal is back, when it is known. */
  readonly awayUntil: string | null;
  /** The first of the acting order who is present (RULE-40, RULE-41). */
  readonly acting: Sitter | null;
  /** 代理 whom the holder named (RULE-47). */
  readonly proxy: Sitter | null;
}

export const NOBODY: Standing = { principal: null, away: 'vacancy', awayUntil: null, acting: null, proxy: null };
