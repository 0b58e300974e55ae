import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TreeEdge } from '../core/merkle';
import { type SignedRoot, type Witness, demandConsistent } from './witness';

const HASH = 32;

/** A folder elsewhere: a mount of another machine, a disk that is carried away. */
export class FolderWitness implements Witness {
  constructor(readonly folder: string) {}

  get name(): string {
    return this.folder;
  }

  async leaves(): Promise<Buffer[]> {
    if (!existsSync(this.path('leaves'))) return [];
    const bytes = readFileSync(this.path('leaves'));
    return Array.from({ length: Math.floor(bytes.length / HASH) }, (_, n) => bytes.subarray(n * HASH, (n + 1) * HASH));
  }

  async edge(): Promise<TreeEdge> {
    const size = existsSync(this.path('leaves')) ? Math.floor(statSync(this.path('leaves')).size / HASH) : 0;
    const kept = this.keptEdge();
    if (kept?.size === size) return kept;
    // It was interrupted between leaves and edge: the leaves are the truth.
    const edge = TreeEdge.empty();
    for (const leaf of await this.leaves()) edge.add(leaf);
    return edge;
  }

  async take(leaves: readonly Buffer[], edge: TreeEdge, signed: SignedRoot): Promise<void> {
    demandConsistent(edge, signed);
    mkdirSync(this.folder, { recursive: true });
    appendFileSync(this.path('leaves'), Buffer.concat(leaves), { flush: true });
    appendFileSync(this.path('checkpoints'), `${signed.note}\n`, { flush: true });
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
