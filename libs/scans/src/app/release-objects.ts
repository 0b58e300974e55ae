import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { RemovalRows } from '../data/removal-rows';
import { objectsReleased } from '../events';

/**
 * 消去: lets go of content that nothing refers to any more, with its renditions, its text and its uploads. Rows go in the
 * caller's unit; the bytes go when it has committed, by the outbox (SCN-13).
 */
@Injectable()
export class ReleaseObjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RemovalRows,
    private readonly bus: EventBus,
  ) {}

  /**
   * @param sha256s what documents carried that are erased in the running unit
   * @param grounds what allows it, e.g. the id of an entry in the register of disposals
   * @returns what was let go of; the rest is still referred to by something else
   */
  async run(sha256s: readonly string[], grounds: string): Promise<string[]> {
    if (sha256s.length === 0) return [];
    const at = await this.uow.now();
    const alive = await this.rows.alive(await this.rows.lock(sha256s), at);
    // An original that lives keeps its rendition; a rendition also lives while another original has the very same one.
    const originals = await this.rows.lock(sha256s.filter((sha256) => !alive.has(sha256)));
    const shared = await this.rows.shared(originals);
    const released = originals.filter((sha256) => !alive.has(sha256) && !shared.has(sha256));
    if (released.length === 0) return [];
    await this.rows.remove(released, grounds, at);
    const [first = ''] = released;
    await this.bus.publish(objectsReleased, first, { sha256s: released });
    return released;
  }
}
