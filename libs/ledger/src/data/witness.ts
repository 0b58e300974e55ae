import type { TreeEdge } from '../core/merkle';

/** Why a witness does not take what it is given. */
export class WitnessRefuses extends Error {}

/** 証人: a place elsewhere that holds all leaves and checkpoints. It is only ever added to. */
export interface Witness {
  readonly name: string;
  /** Leaves it holds, in their order. */
  leaves(): Promise<Buffer[]>;
  /** The right edge of the tree of these leaves. */
  edge(): Promise<TreeEdge>;
  /** WITNESS-1 @param edge as it is with `leaves` added @throws WitnessRefuses when its root is not the signed one */
  take(leaves: readonly Buffer[], edge: TreeEdge, signed: SignedRoot): Promise<void>;
}

export interface SignedRoot {
  readonly root: Buffer;
  readonly note: string;
  readonly at: Date;
}

/** @throws WitnessRefuses */
export function demandConsistent(edge: TreeEdge, { root }: SignedRoot): void {
  if (!edge.root().equals(root)) throw new WitnessRefuses('the signed root does not follow from the leaves it holds');
}
