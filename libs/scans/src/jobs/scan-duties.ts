import { Injectable } from '@nestjs/common';
import { EventBus } from '@fubako/platform/outbox';
import { DigestObject } from '../app/digest-object';
import { LockObjects } from '../app/lock-objects';
import { RemoveReleased } from '../app/remove-released';
import { objectsReleased, uploadTaken } from '../events';

/** What follows from content being taken in or let go of. */
@Injectable()
export class ScanDuties {
  constructor(bus: EventBus, digest: DigestObject, locks: LockObjects, removal: RemoveReleased) {
    bus.later(objectsReleased, 'scans.remove-released', async ({ payload }, delivery) => {
      await removal.run(payload.sha256s);
      await delivery.complete(() => Promise.resolve());
    });
    bus.later(uploadTaken, { name: 'scans.digest', heavy: true }, async ({ payload }, delivery) => {
      await digest.run(payload.sha256);
      // Every result commits by itself and a repetition finds it settled: nothing is left to do with the tick.
      await delivery.complete(() => Promise.resolve());
    });
    bus.later(uploadTaken, 'scans.lock', async ({ payload }, delivery) => {
      await locks.run([payload.sha256]);
      await delivery.complete(() => Promise.resolve());
    });
  }
}
