import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { entryHash } from '../core/chain';
import { type VerifierKey, openCheckpoint } from '../data/checkpoint';
import { TreeEdge } from '../core/merkle';
import { type Fault, type KeptCheckpoint, ProofRows, type SealedLine } from '../data/proof-rows';

const PAGE = 5_000;

/** What somebody outside holds: leaves in their order. */
export interface WitnessedLeaves {
  readonly name: string;
  readonly leaves: readonly Buffer[];
}

export interface SealReport {
  readonly leaves: number;
  readonly checkpoints: number;
  readonly faults: readonly Fault[];
}

/**
 * VERIFY-1 to VERIFY-4: holds the leaves against entries and lines, the tree against its signed roots, and both against what
 * witnesses hold. Reads only.
 */
@Injectable()
export class VerifySeals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProofRows,
  ) {}

  run(key: VerifierKey | null, witnesses: readonly WitnessedLeaves[] = []): Promise<SealReport> {
    return this.uow.read(async () => {
      const checkpoints = await this.rows.checkpoints();
      const walk = new Walk(checkpoints, key, witnesses);
      let ahead: Promise<SealedLine[]> | null = this.rows.leavesFrom(0, PAGE);
      while (ahead) {
        const page: SealedLine[] = await ahead;
        const last = page.at(-1);
        // The next page is read while this one is walked through.
        ahead = last && page.length === PAGE ? this.rows.leavesFrom(last.position + 1, PAGE) : null;
        ahead?.catch(() => undefined);
        await turn();
        for (const leaf of page) walk.take(leaf);
      }
      const faults = [...walk.end(), ...(await this.rows.sealedApart()), ...(await this.rows.unsealed())];
      return { leaves: walk.size, checkpoints: checkpoints.length, faults };
    });
  }
}

/** One way through all leaves, in their order. */
class Walk {
  private readonly edge = TreeEdge.empty();
  private readonly faults: Fault[] = [];
  private met = 0;
  next = 0;

  constructor(
    private readonly checkpoints: readonly KeptCheckpoint[],
    private readonly key: VerifierKey | null,
    private readonly witnesses: readonly WitnessedLeaves[],
  ) {}

  get size(): number {
    return this.edge.size;
  }

  take(leaf: SealedLine): void {
    const fault = (column: string) => this.faults.push({ table: leaf.table, key: leaf.key, column });
    if (leaf.position !== this.next) this.fault('ledger.leaf', `position ${this.next}`, 'position');
    if (leaf.bytes === null) fault('row');
    else if (!entryHash(leaf.bytes).equals(leaf.hash)) fault('leaf');
    for (const { name, leaves } of this.witnesses) {
      const held = leaves[leaf.position];
      if (held && !held.equals(leaf.hash)) fault(`witness ${name}`);
    }
    this.next = leaf.position + 1;
    this.edge.add(leaf.hash);
    this.meet();
  }

  /** @returns every fault of the leaves and the checkpoints */
  end(): Fault[] {
    for (const late of this.checkpoints.slice(this.met)) this.checkpointFault(late, 'size');
    const last = this.checkpoints.at(-1);
    if (last && this.size > last.size) this.fault('ledger.leaf', `position ${last.size}`, 'checkpoint');
    for (const { name, leaves } of this.witnesses)
      if (leaves.length > this.size) this.fault('ledger.leaf', `position ${this.size}`, `witness ${name}`);
    return this.faults;
  }

  private meet(): void {
    for (let one = this.checkpoints[this.met]; one && one.size <= this.edge.size; one = this.checkpoints[this.met]) {
      this.met += 1;
      if (one.size !== this.edge.size) this.checkpointFault(one, 'size');
      else if (!one.root.equals(this.edge.root())) this.checkpointFault(one, 'root');
      this.look(one);
    }
  }

  private look(one: KeptCheckpoint): void {
    if (!this.key) return;
    const said = openCheckpoint(one.note, this.key);
    if (!said) this.checkpointFault(one, 'note');
    else if (said.size !== one.size || !said.root.equals(one.root)) this.checkpointFault(one, 'note');
  }

  private checkpointFault({ size }: KeptCheckpoint, column: string): void {
    this.fault('ledger.checkpoint', String(size), column);
  }

  private fault(table: string, key: string, column: string): void {
    this.faults.push({ table, key, column });
  }
}
