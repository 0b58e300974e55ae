import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { witnessBucketFor } from '@fubako/platform/object-store';
import { BucketWitness } from '../data/bucket-witness';
import { FolderWitness } from '../data/folder-witness';
import { type StoredCheckpoint, LeafRows } from '../data/leaf-rows';
import { type Witness, WitnessRefuses } from '../data/witness';
import { type WitnessState, WitnessRows } from '../data/witness-rows';

const PAGE = 50_000;

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

  async run(): Promise<void> {
    const last = await this.uow.read(() => this.leaves.lastCheckpoint());
    for (const witness of last ? this.witnesses : []) if (last) await this.tell(witness, last);
  }

  /** WITNESS-2 What each holds and how far it is behind. */
  states(): Promise<WitnessState[]> {
    return this.uow.read(() => this.rows.states());
  }

  private async tell(witness: Witness, last: StoredCheckpoint): Promise<void> {
    const { size, fault } = await this.extend(witness, last);
    if (fault !== null) this.logger.error(`The witness ${witness.name} has not taken ${last.size} leaves: ${fault}`);
    await this.uow.run(() => this.rows.note(witness.name, size, fault));
  }

  private async extend(witness: Witness, last: StoredCheckpoint): Promise<{ size: number; fault: string | null }> {
    let size = 0;
    try {
      const edge = await witness.edge();
      ({ size } = edge);
      if (size > last.size) throw new WitnessRefuses(`it holds ${size} leaves, more than there are`);
      if (size === last.size && edge.root().equals(last.root)) return { size, fault: null };
      const added: Buffer[] = [];
      while (edge.size < last.size) {
        const page = await this.uow.read(() => this.leaves.hashes(edge.size, Math.min(PAGE, last.size - edge.size)));
        if (page.length === 0) throw new WitnessRefuses(`leaf ${edge.size} is gone`);
        for (const leaf of page) edge.add(leaf);
        added.push(...page);
      }
      await witness.take(added, edge, last);
      return { size: last.size, fault: null };
    } catch (error) {
      return { size, fault: error instanceof Error ? error.message : String(error) };
    }
  }
}
