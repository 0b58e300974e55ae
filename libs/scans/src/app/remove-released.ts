import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { contentKey, type ObjectLocks, ObjectMissing, ObjectStore } from '@fubako/platform/object-store';
import { RemovalRows } from '../data/removal-rows';

/** Removals that one night catches up with at most. */
const A_NIGHT = 10_000;

/** Takes the bytes of released content out of the store. May run at any time, again and again: a crash leaves nothing half. */
@Injectable()
export class RemoveReleased {
  private readonly standstills: (() => Promise<boolean>)[] = [];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RemovalRows,
    private readonly store: ObjectStore,
  ) {}

  /** Nothing leaves the store while `isSo`, which is asked outside of any unit of work: the bytes stay owed. */
  holdBackWhile(isSo: () => Promise<boolean>): void {
    this.standstills.push(isSo);
  }

  async standsStill(): Promise<boolean> {
    for (const isSo of this.standstills) if (await isSo()) return true;
    return false;
  }

  /**
   * What is still locked in the store stays owed until its lock has ended (SCN-15).
   * @returns how many objects are gone now. @throws ObjectStoreUnavailable when the store cannot be asked: the rest stays owed
   */
  async run(sha256s: readonly string[]): Promise<number> {
    if (sha256s.length === 0 || (await this.standsStill())) return 0;
    const unlocked = await this.unlock(sha256s);
    const due = await this.uow.run(() => this.rows.begin(unlocked));
    for (const sha256 of due) await this.store.delete(contentKey(sha256));
    await this.uow.run(async () => this.rows.finish(due, await this.uow.now()));
    return due.length;
  }

  /** Everything that is still owed: what was locked, or left by a crash. */
  async runOwed(): Promise<number> {
    return this.run(await this.uow.read(() => this.rows.allOwed(A_NIGHT)));
  }

  /** Lifts the hold of what nothing carries any more. @returns those that may be removed now */
  private async unlock(sha256s: readonly string[]): Promise<string[]> {
    const { locks } = this.store;
    if (!locks || !(await locks.offered())) return [...sha256s];
    const [released, now] = await this.uow.read(async () => [await this.rows.released(sha256s), await this.uow.now()]);
    const free: string[] = [];
    for (const sha256 of released) if (await lifted(locks, sha256, now)) free.push(sha256);
    return free;
  }
}

async function lifted(locks: ObjectLocks, sha256: Sha256Hex, now: Date): Promise<boolean> {
  try {
    const { retainUntil, hold } = await locks.of(contentKey(sha256));
    if (retainUntil && retainUntil > now) return false;
    if (hold) await locks.set(contentKey(sha256), { retainUntil: null, hold: false });
    return true;
  } catch (error) {
    if (error instanceof ObjectMissing) return true;
    throw error;
  }
}
