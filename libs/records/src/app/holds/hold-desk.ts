import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { HoldDeskRows, type HoldRow } from '../../data/holds/hold-desk-rows';
import { refuse } from '../../errors';
import { RecordLocks } from '../record-locks';
import { HoldRights } from './hold-rights';

/** A hold as the records office works on it: locked together with everything that it covers. */
@Injectable()
export class HoldDesk {
  constructor(
    private readonly rights: HoldRights,
    private readonly locks: RecordLocks,
    private readonly rows: HoldDeskRows,
  ) {}

  /** @throws DomainError records.hold-not-found, records.not-yours-to-hold, records.hold-released */
  async open(id: string, actor: Actor): Promise<HoldRow> {
    if (!this.rights.isOffice(actor)) throw refuse('records.not-yours-to-hold', {});
    await this.locks.take(await this.rows.subjectsOf(id));
    const hold = await this.rows.lock(id);
    if (!hold) throw refuse('records.hold-not-found', { holdId: id });
    if (hold.releasedAt) throw refuse('records.hold-released', { holdId: id });
    return hold;
  }
}
