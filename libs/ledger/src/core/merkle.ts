import { sha256 } from '@fubako/kernel';

const NODE = Buffer.of(1);

/** SEAL-2 The hash of an inner node: a byte of one sets it apart from leaves (RFC 9162, 2.1.1). */
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.concat([NODE, left, right]));

/** Leaves of one stored subtree. */
export const SUBTREE_LEAVES = 256;

/**
 * The right edge of a growing tree: roots of its whole subtrees, the largest first. It is all that is needed to add leaves
 * and to say the root, however many leaves there are.
 */
export class TreeEdge {
  private constructor(
    private leaves: number,
    private readonly roots: Buffer[],
  ) {}

  static empty(): TreeEdge {
    return new TreeEdge(0, []);
  }

  /** @throws Error when so many roots cannot be the edge of a tree of this size */
  static of(size: number, roots: readonly Buffer[]): TreeEdge {
    if (bitsOf(size) !== roots.length)
      throw new Error(`The edge of ${size} leaves does not have ${roots.length} roots.`);
    return new TreeEdge(size, [...roots]);
  }

  get size(): number {
    return this.leaves;
  }

  get frontier(): readonly Buffer[] {
    return this.roots;
  }

  /** @returns the root of the stored subtree that this leaf completes, if it does */
  add(leaf: Buffer): Buffer | null {
    let hash = leaf;
    let complete: Buffer | null = null;
    let height = 1;
    for (let rest = this.leaves; rest % 2 === 1; rest = Math.floor(rest / 2), height *= 2) {
      hash = nodeHash(this.roots.pop() ?? Buffer.alloc(0), hash);
      if (height * 2 === SUBTREE_LEAVES) complete = hash;
    }
    this.roots.push(hash);
    this.leaves += 1;
    return complete;
  }

  /** The root of the tree; of no leaves the hash of nothing. */
  root(): Buffer {
    const last = this.roots.at(-1);
    if (!last) return sha256(Buffer.alloc(0));
    return this.roots.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}

/** How a tree is asked for the root of `width` leaves (a power of two) from `start`, or of what is left of them. */
export type SubtreeRoot = (start: number, end: number) => Promise<Buffer>;

/** SEAL-5 The way from one leaf to the root (RFC 9162, 2.1.3.1), lowest sibling first. */
export async function inclusionProof(position: number, size: number, rootOf: SubtreeRoot): Promise<Buffer[]> {
  const proof: Buffer[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (position < middle) {
      proof.unshift(await rootOf(middle, end));
      end = middle;
    } else {
      proof.unshift(await rootOf(start, middle));
      start = middle;
    }
  }
  return proof;
}

/** The root that a proof leads to; the leaf is in the tree when it is the root of the tree. */
export function rootFromProof(
  { leaf, position, size }: { leaf: Buffer; position: number; size: number },
  proof: readonly Buffer[],
): Buffer | null {
  let [index, last, hash] = [position, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(sibling, hash);
      while (index % 2 === 0 && index > 0) [index, last] = [index / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** The root of these leaves. */
export function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  const edge = TreeEdge.empty();
  for (const leaf of leaves) edge.add(leaf);
  return edge.root();
}

export function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function bitsOf(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
