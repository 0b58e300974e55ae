import { Injectable, Logger } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type FaultyObject, ObjectFaults, type StorePlace } from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { FindingRows, type FoundBy } from '../data/finding-rows';
import { objectsDamaged } from '../events';

const ACTOR = 'system:scans';

/** 異状の記録: damage is noted once for each object and place, in the ledger too, and announced; so is its end (SCN-14). */
@Injectable()
export class NoteDamage {
  private readonly logger = new Logger('scans');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FindingRows,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
    faults: ObjectFaults,
  ) {
    faults.heard((found) => void this.heard(found));
  }

  run(found: readonly FaultyObject[], by: FoundBy): Promise<void> {
    return this.uow.run(async () => {
      const fresh: { findingId: string; faulty: FaultyObject }[] = [];
      for (const faulty of found) {
        const findingId = await this.note(faulty, by);
        if (findingId) fresh.push({ findingId, faulty });
      }
      const [first] = fresh;
      if (!first) return;
      const { findingId, faulty } = first;
      await this.bus.publish(objectsDamaged, faulty.sha256, { count: fresh.length, first: { findingId, ...faulty } });
    });
  }

  /** These were read and found sound at this place. */
  settle(sha256s: readonly string[], place: StorePlace): Promise<void> {
    return this.uow.run(async () => {
      for (const sha256 of await this.rows.settle(sha256s, place, await this.uow.now()))
        this.ledger.record({ ...about(sha256), kind: 'scans.object-sound', facts: { place } });
    });
  }

  private async note(faulty: FaultyObject, by: FoundBy): Promise<string | null> {
    const { sha256, place, fault } = faulty;
    const id = await this.rows.open(faulty, by, await this.uow.now());
    if (id === null) return null;
    this.ledger.record({ ...about(sha256), kind: 'scans.object-damaged', facts: { place, fault, by } });
    return id;
  }

  /** A reader ran into it: the refusal has gone out already, so a fault here is only logged. */
  private async heard(found: FaultyObject): Promise<void> {
    this.logger.error({ message: 'a stored object is damaged', ...found });
    try {
      await this.run([found], 'reading');
    } catch (error) {
      this.logger.error({ message: 'the damage could not be noted', code: (error as { code?: unknown }).code });
    }
  }
}

function about(sha256: string): { subject: { kind: string; id: string }; actor: string } {
  return { subject: { kind: 'object', id: sha256 }, actor: ACTOR };
}
