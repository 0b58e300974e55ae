import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { HoldDeskRows } from '../../data/holds/hold-desk-rows';
import { ActiveHolds } from '../active-holds';
import { HoldGuard } from '../hold-guard';
import { KeepingRights } from './keeping-rights';

interface Move {
  readonly documentIds: readonly string[];
  /** Whether they would be kept shorter: then no hold lets them go. */
  readonly shortened: boolean;
  readonly carryHolds: boolean;
}

/** Holds of the old file go along with documents that leave it. */
@Injectable()
export class CarriedHolds {
  constructor(
    private readonly rights: KeepingRights,
    private readonly holds: ActiveHolds,
    private readonly guard: HoldGuard,
    private readonly rows: HoldDeskRows,
  ) {}

  /** @returns ids of the holds on the documents. @throws DomainError records.held */
  async pass(
    { documentIds, carryHolds, shortened }: Move,
    { what, actor }: { readonly what: string; readonly actor: Actor },
  ): Promise<string[]> {
    const mayCarry = carryHolds && !shortened && this.rights.isOffice(actor);
    if (!mayCarry) await this.guard.refuseHeld({ fileIds: [], documentIds }, { what, actor: actor.staffNo });
    const carried = new Map<string, string[]>();
    for (const [documentId, holds] of await this.holds.on({ fileIds: [], documentIds }))
      for (const { id } of holds) carried.set(id, [...(carried.get(id) ?? []), documentId]);
    for (const [id, ids] of carried) await this.rows.addTargets(id, { fileIds: [], documentIds: ids });
    return [...carried.keys()];
  }
}
