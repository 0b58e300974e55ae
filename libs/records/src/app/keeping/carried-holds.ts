import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { HoldDeskRows } from '../../data/holds/hold-desk-rows';
import { ActiveHolds } from '../active-holds';
import { HoldGuard } from '../hold-guard';
import { KeepingRights } from './keeping-rights';
import type { Reckoning } from './reckoning';

interface Move {
  readonly documentId: string;
  readonly shorten: boolean;
  readonly carryHolds: boolean;
}

/** Holds of the old file go along with a document that leaves it. */
@Injectable()
export class CarriedHolds {
  constructor(
    private readonly rights: KeepingRights,
    private readonly holds: ActiveHolds,
    private readonly guard: HoldGuard,
    private readonly rows: HoldDeskRows,
  ) {}

  /** @returns ids of the holds on the document. @throws DomainError records.held */
  async pass(
    { documentId, carryHolds, shorten }: Move,
    { planned, actor }: { readonly planned: Reckoning; readonly actor: Actor },
  ): Promise<string[]> {
    const subject = { fileIds: [], documentIds: [documentId] };
    const mayCarry = carryHolds && !(shorten && planned.isShorter) && this.rights.isOffice(actor);
    if (!mayCarry) await this.guard.refuseHeld(subject, { what: 'refile', actor: actor.staffNo });
    const holds = (await this.holds.on(subject)).get(documentId) ?? [];
    for (const { id } of holds) await this.rows.addTargets(id, subject);
    return holds.map(({ id }) => id);
  }
}
