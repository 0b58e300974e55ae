import type { Sha256Hex } from '@fubako/kernel';
import type { ObjectFault } from './errors';

/** Which of the two stores: the one that is written, or the second copy. */
export const StorePlace = { first: 'first', second: 'second' } as const;
export type StorePlace = (typeof StorePlace)[keyof typeof StorePlace];

/** Content of which a store gave back other bytes than were admitted. */
export interface FaultyObject {
  readonly sha256: Sha256Hex;
  readonly place: StorePlace;
  readonly fault: ObjectFault;
}

/** Where custody says what it met, so that somebody hears of damage that a reader ran into. */
export class ObjectFaults {
  private readonly listeners: ((found: FaultyObject) => void)[] = [];

  /** @param listener must not throw; custody does not wait for it */
  heard(listener: (found: FaultyObject) => void): void {
    this.listeners.push(listener);
  }

  tell(found: FaultyObject): void {
    for (const listener of this.listeners) listener(found);
  }
}
