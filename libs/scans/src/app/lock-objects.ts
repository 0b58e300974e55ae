import { Injectable, Logger } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import {
  contentKey,
  type ObjectLocks,
  ObjectMissing,
  ObjectStore,
  type Protection,
} from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { type LockDrift, lockDrift } from '../core/lock-drift';
import { type LockRow, LockRows } from '../data/lock-rows';
import { locksDrifted } from '../events';

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 100;
/** Objects that one night asks for at most; what remains is the oldest of the next. */
const A_NIGHT = 20_000;

export interface LockReport {
  readonly locked: number;
  readonly checked: number;
  readonly drifted: number;
}

/** 錠: originals that documents carry are locked in the store, where it can lock, after their unit has committed (SCN-15). */
@Injectable()
export class LockObjects {
  private readonly logger = new Logger('scans');

  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly rows: LockRows,
    private readonly store: ObjectStore,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** Locks these, as long as their store can lock; what is not there is left to verification. */
  async run(sha256s: readonly Sha256Hex[]): Promise<void> {
    const locks = await this.locks();
    if (!locks) return;
    for (const sha256 of sha256s) await this.lock(locks, sha256);
  }

  /** The night's work: what is not locked is, what will soon end is made longer, and the store is asked whether it holds. */
  async reconcile(): Promise<LockReport> {
    const locks = await this.locks();
    if (!locks) return { locked: 0, checked: 0, drifted: 0 };
    const began = await this.now();
    const { checked, drifted } = await this.check(locks, began);
    let locked = 0;
    for (; locked < A_NIGHT; locked += PAGE) {
      const due = await this.uow.read(() => this.rows.due(new Date(began.getTime() + this.days * (DAY_MS / 2)), PAGE));
      for (const sha256 of due) await this.lock(locks, sha256);
      if (due.length < PAGE) return { locked: locked + due.length, checked, drifted };
    }
    return { locked, checked, drifted };
  }

  private async check(locks: ObjectLocks, began: Date): Promise<{ checked: number; drifted: number }> {
    const drifted: { sha256: Sha256Hex; drift: LockDrift }[] = [];
    for (let checked = 0; ;) {
      const page = await this.uow.read(() => this.rows.longUnchecked(began, PAGE));
      for (const row of page) {
        const drift = lockDrift(await found(locks, row.sha256), row.retainUntil);
        if (drift) drifted.push({ sha256: row.sha256, drift });
        await this.note(row, drift);
        // Told again what it was told before: what has drifted is not left open.
        if (drift && drift !== 'missing') await this.tell(locks, row);
      }
      checked += page.length;
      if (page.length === PAGE && checked < A_NIGHT) continue;
      const [first] = drifted;
      if (first)
        await this.uow.run(() => this.bus.publish(locksDrifted, first.sha256, { count: drifted.length, first }));
      return { checked, drifted: drifted.length };
    }
  }

  private note({ sha256 }: LockRow, drift: LockDrift | null): Promise<void> {
    return this.uow.run(async () => {
      await this.rows.checked(sha256, drift, await this.uow.now());
      if (drift === null) return;
      const subject = { kind: 'object', id: sha256 };
      this.ledger.record({ subject, kind: 'scans.lock-drifted', actor: 'system:scans', facts: { drift } });
    });
  }

  private async lock(locks: ObjectLocks, sha256: Sha256Hex): Promise<void> {
    const now = await this.now();
    const row = { sha256, retainUntil: new Date(now.getTime() + this.days * DAY_MS) };
    if (await this.tell(locks, row)) await this.uow.run(() => this.rows.keep(row, now));
  }

  /** False when the object is not there: verification will say so. */
  private async tell(locks: ObjectLocks, { sha256, retainUntil }: LockRow): Promise<boolean> {
    try {
      await locks.set(contentKey(sha256), { retainUntil, hold: true });
      return true;
    } catch (error) {
      if (error instanceof ObjectMissing) return false;
      throw error;
    }
  }

  private async locks(): Promise<ObjectLocks | null> {
    if (this.days === 0) return null;
    const { locks } = this.store;
    if (locks && (await locks.offered())) return locks;
    this.logger.warn({ message: 'S3_LOCK_DAYS is set, but the store cannot lock: make a bucket with object lock' });
    return null;
  }

  private get days(): number {
    return this.settings.values.S3_LOCK_DAYS;
  }

  private now(): Promise<Date> {
    return this.uow.read(() => this.uow.now());
  }
}

async function found(locks: ObjectLocks, sha256: Sha256Hex): Promise<Protection | null> {
  try {
    return await locks.of(contentKey(sha256));
  } catch (error) {
    if (error instanceof ObjectMissing) return null;
    throw error;
  }
}
