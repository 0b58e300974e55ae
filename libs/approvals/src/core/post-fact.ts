import type { Capacity } from './standing';

/** A post with who holds it on the day of the plan; nobody when it is vacant. */
export interface PostFact {
  readonly postCode: string;
  readonly postTitle: string;
  readonly rank: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly holder: HolderFact | null;
}

export interface HolderFact {
  readonly staffNo: string;
  readonly name: string;
  readonly kind: Capacity;
}
