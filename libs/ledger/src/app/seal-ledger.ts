import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { signCheckpoint } from '../data/checkpoint';
import { TreeEdge } from '../core/merkle';
import { LeafRows } from '../data/leaf-rows';
import { SealerKey } from '../data/sealer-key';

export interface Sealed {
  readonly added: number;
  readonly size: number;
}

/** 封印: SEAL-1 puts everything that was written since the last time into the tree and signs its root. Set-based; safe to repeat. */
@Injectable()
export class SealLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LeafRows,
    private readonly sealer: SealerKey,
  ) {}

  run(): Promise<Sealed> {
    const { origin, key } = this.sealer.identity();
    return this.uow.run(async () => {
      const at = await this.uow.now();
      await this.rows.takeSeal();
      const { size, frontier } = await this.rows.lastState();
      const bounds = await this.rows.bounds();
      const added = await this.rows.addLeaves(size, bounds);
      if (added === 0) return { added, size };
      const edge = TreeEdge.of(size, frontier);
      await this.rows.follow(edge);
      const checkpoint = { origin, size: edge.size, root: edge.root() };
      await this.rows.keep({ ...checkpoint, at, note: signCheckpoint(checkpoint, key) }, edge, bounds);
      return { added, size: edge.size };
    });
  }
}
