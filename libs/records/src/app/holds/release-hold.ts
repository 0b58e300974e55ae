import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { HoldDeskRows } from '../../data/holds/hold-desk-rows';
import { HoldDesk } from './hold-desk';
import { holdNote } from './hold-notes';

/** The records office answers what a section head asked for, and ends what has been concluded. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: HoldDesk,
    private readonly rows: HoldDeskRows,
    private readonly ledger: Ledger,
  ) {}

  /** 解除: nothing is disposed of by it; every disposal needs a decision of its own. */
  run(id: string, reason: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { endsOn, ground } = await this.desk.open(id, actor);
      await this.rows.release(id, { by: actor.staffNo, reason }, await this.uow.now());
      this.ledger.record(
        holdNote(id, { kind: 'records.hold-released', actor, facts: { ground, endedBefore: endsOn, reason } }),
      );
    });
  }

  confirm(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { confirmedAt } = await this.desk.open(id, actor);
      if (confirmedAt) return;
      await this.rows.confirm(id, actor.staffNo, await this.uow.now());
      this.ledger.record(holdNote(id, { kind: 'records.hold-confirmed', actor, facts: {} }));
    });
  }
}
