import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TreeEdge } from '../core/merkle';

const HASH = 32;

/** Why a witness does not take what it is given. */
export class WitnessRefuses extends Error {}

/**
 * 証人: a folder elsewhere (a mount of another machine, a disk that is carried away) that holds all leaves and checkpoints. It is
 * only ever added to, and what does not follow from what it holds is refused.
 */
export class FolderWitness {
  constructor(readonly folder: string) {}

  get name(): string {
    return this.folder;
  }

  /** Leaves it holds, in their order. */
  leaves(): Buffer[] {
    if (!existsSync(this.path('leaves'))) return [];
    const bytes = readFileSync(this.path('leaves'));
    return Array.from({ length: Math.floor(bytes.length / HASH) }, (_, n) => bytes.subarray(n * HASH, (n + 1) * HASH));
  }

  edge(): TreeEdge {
    const size = existsSync(this.path('leaves')) ? Math.floor(statSync(this.path('leaves')).size / HASH) : 0;
    const kept = this.keptEdge();
    if (kept?.size === size) return kept;
    // It was interrupted between leaves and edge: the leaves are the truth.
    const edge = TreeEdge.empty();
    for (const leaf of this.leaves()) edge.add(leaf);
    return edge;
  }

  /** WITNESS-1 @param edge as it is with `leaves` added @throws WitnessRefuses when its root is not the signed one */
  take(
    leaves: readonly Buffer[],
    edge: TreeEdge,
    { root, note }: { readonly root: Buffer; readonly note: string },
  ): void {
    if (!edge.root().equals(root)) throw new WitnessRefuses('the signed root does not follow from the leaves it holds');
    mkdirSync(this.folder, { recursive: true });
    appendFileSync(this.path('leaves'), Buffer.concat(leaves), { flush: true });
    appendFileSync(this.path('checkpoints'), `${note}\n`, { flush: true });
    const roots = edge.frontier.map((hash) => hash.toString('hex'));
    writeFileSync(this.path('edge.new'), JSON.stringify({ size: edge.size, roots }), { flush: true });
    renameSync(this.path('edge.new'), this.path('edge.json'));
  }

  private keptEdge(): TreeEdge | null {
    if (!existsSync(this.path('edge.json'))) return null;
    const { size, roots } = JSON.parse(readFileSync(this.path('edge.json'), 'utf8')) as {
      size: number;
      roots: string[];
    };
    return TreeEdge.of(
      size,
      roots.map((hash) => Buffer.from(hash, 'hex')),
    );
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}
