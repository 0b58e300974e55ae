import { Injectable } from '@nestjs/common';
import { type Hold, longest } from '../../core/hold';
import type { ItemOutcome } from '../../data/disposal/item-rows';
import { ActiveHolds } from '../active-holds';
import { HoldGuard } from '../hold-guard';
import { RecordLocks } from '../record-locks';

/** Files that are held now, and what a held one is told. */
@Injectable()
export class HeldFiles {
  constructor(
    private readonly locks: RecordLocks,
    private readonly holds: ActiveHolds,
    private readonly guard: HoldGuard,
  ) {}

  /** To look at; to act, take {@link lock}. Call inside a unit of work. */
  async of(fileIds: readonly string[]): Promise<ReadonlyMap<string, Hold>> {
    const found = new Map<string, Hold>();
    for (const [id, holds] of await this.holds.on({ fileIds, documentIds: [] }))
      found.set(id, longest(holds) ?? holds[0]);
    return found;
  }

  /**
   * Locks the files and keeps in the ledger which of them a hold has kept from `what`. A hold that comes at the same time
   * waits until the unit of work ends, or is seen here (HOLD, DISP-6).
   */
  async lock(
    fileIds: readonly string[],
    attempt: { readonly what: string; readonly actor: string },
  ): Promise<ReadonlyMap<string, Hold>> {
    const subjects = { fileIds, documentIds: [] };
    await this.locks.take(subjects);
    const held = await this.of(fileIds);
    this.guard.note(
      subjects,
      [...held].map(([id, hold]) => [id, [hold]] as const),
      attempt,
    );
    return held;
  }
}

export function heldOutcome({ endsOn, caseNo, ground }: Hold): ItemOutcome {
  return { code: 'held', until: endsOn, caseNo, ground };
}
