import { Injectable } from '@nestjs/common';
import { type Session, StepUps } from '@fubako/identity';
import { UnitOfWork } from '@fubako/platform/database';
import { type AskedItems, DecisionSeatRows } from '../data/decision-seat-rows';

/** Acts by which an open decision is taken. */
const DECIDING: ReadonlySet<string> = new Set(['approve', 'acting_decide']);

/** 本人確認 before final decisions from an amount on (ID-15); a series asks once. */
@Injectable()
export class DecisionProof {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stepUps: StepUps,
    private readonly seats: DecisionSeatRows,
  ) {}

  /** @throws DomainError identity.proof-needed */
  async demand(kind: string, items: AskedItems, session: Session | null): Promise<void> {
    if (!session || !DECIDING.has(kind)) return;
    await this.uow.read(async () => {
      const from = await this.stepUps.decisionsFrom();
      if (from === null || !(await this.seats.anyFrom(items, from))) return;
      await this.stepUps.demand('final_decision', session);
    });
  }
}
