import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { witnessBucketFor } from '@fubako/platform/object-store';
import { BucketWitness } from '../data/bucket-witness';
import { FolderWitness } from '../data/folder-witness';
import { type StoredCheckpoint, LeafRows } from '../data/leaf-rows';
import { type Witness, WitnessRefuses } from '../data/witness';
import { type HeldApart, type Told, type WitnessState, WitnessRows } from '../data/witness-rows';

/** What a witness holds that this database does not have, or why it could not be asked. */
export type WitnessGap =
  (HeldApart & { readonly kind: 'ahead' }) | { readonly kind: 'silent'; readonly name: string; readonly fault: string };

const PAGE = 50_000;

const WHAT_NOW =
  'Disposals are locked: this database lacks what the witness holds, so holds may be missing. It was restored from an older ' +
  'backup, or written anew. Compare with `fubako verify`; the records office places the holds again and releases the lock.';

/** WITNESS-1 Pushes new leaves and the last checkpoint to every witness; one that cannot or will not take them is noted and logged. */
@Injectable()
export class TellWitnesses {
  private readonly logger = new Logger('ledger');
  readonly witnesses: readonly Witness[];

  constructor(
    settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly leaves: LeafRows,
    private readonly rows: WitnessRows,
  ) {
    const folders = (settings.values.WITNESS_FOLDERS ?? []).map((folder) => new FolderWitness(folder));
    const bucket = witnessBucketFor(settings.values);
    this.witnesses = [...folders, ...(bucket ? [new BucketWitness(bucket)] : [])];
  }

  /**
   * WITNESS-5 Witnesses that hold leaves which this database does not have, for it was restored from an older backup or written
   * anew; and those that cannot be asked. Reads only, and never inside a unit of work: they are elsewhere.
   */
  async compare(): Promise<WitnessGap[]> {
    const gaps: (WitnessGap | null)[] = [];
    for (const witness of this.witnesses) gaps.push(await this.gapOf(witness));
    // This process may not know the address of every one.
    const asked = new Set(this.witnesses.map(({ name }) => name));
    const noted = (await this.noted()).filter(({ name }) => !asked.has(name));
    return [...gaps.filter((gap) => gap !== null), ...noted];
  }

  /** The same as whoever seals has found it last, for a unit of work. */
  noted(): Promise<WitnessGap[]> {
    return this.uow.read(async () => (await this.rows.apart()).map((one) => ({ ...one, kind: 'ahead' as const })));
  }

  async run(): Promise<void> {
    const last = await this.uow.read(() => this.leaves.lastCheckpoint());
    for (const witness of last ? this.witnesses : []) if (last) await this.tell(witness, last);
  }

  /** WITNESS-2 What each holds and how far it is behind. */
  states(): Promise<WitnessState[]> {
    return this.uow.read(() => this.rows.states());
  }

  private async tell(witness: Witness, last: StoredCheckpoint): Promise<void> {
    const told = await this.extend(witness, last);
    const { fault, root } = told;
    if (fault !== null) this.logger.error(`The witness ${witness.name} has not taken ${last.size} leaves: ${fault}`);
    if (root !== null) this.logger.error(WHAT_NOW);
    await this.uow.run(() => this.rows.note(witness.name, told));
  }

  private async gapOf(witness: Witness): Promise<WitnessGap | null> {
    const { name } = witness;
    try {
      const edge = await witness.edge();
      const { size } = edge;
      const root = edge.root();
      const [ours, last] = await this.uow.read(async () => [
        await this.leaves.rootAt(size),
        await this.leaves.lastCheckpoint(),
      ]);
      if (size === 0 || ours?.equals(root)) return null;
      return { kind: 'ahead', name, size, more: Math.max(size - (last?.size ?? 0), 0), root: root.toString('hex') };
    } catch (error) {
      return { kind: 'silent', name, fault: error instanceof Error ? error.message : String(error) };
    }
  }

  private async extend(witness: Witness, last: StoredCheckpoint): Promise<Told> {
    let size = 0;
    let root: Buffer | null = null;
    try {
      const edge = await witness.edge();
      ({ size } = edge);
      root = edge.root();
      if (size > last.size) throw new WitnessRefuses(`it holds ${size} leaves, more than there are`);
      if (size === last.size && edge.root().equals(last.root)) return { size, fault: null, root: null };
      const added: Buffer[] = [];
      while (edge.size < last.size) {
        const page = await this.uow.read(() => this.leaves.hashes(edge.size, Math.min(PAGE, last.size - edge.size)));
        if (page.length === 0) throw new WitnessRefuses(`leaf ${edge.size} is gone`);
        for (const leaf of page) edge.add(leaf);
        added.push(...page);
      }
      await witness.take(added, edge, last);
      return { size: last.size, fault: null, root: null };
    } catch (error) {
      const isApart = error instanceof WitnessRefuses;
      return { size, fault: error instanceof Error ? error.message : String(error), root: isApart ? root : null };
    }
  }
}
