import { Injectable } from '@nestjs/common';
import { type NumberKey, NumberRows, VoidNumbers } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { standing, stepsOf } from '../core/entries';
import { refuse } from '../errors';
import { Completion } from './completion';
import { type AtDesk, ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface VoidNumberCommand {
  readonly actor: Actor;
  readonly number: NumberKey;
  readonly reason: string;
}

/** 欠番: a number that will not go out, before its dispatch; the clean copy that bears it goes with it (RULE-75). */
@Injectable()
export class VoidNumber {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly numbers: NumberRows,
    private readonly voids: VoidNumbers,
    private readonly register: ExecutionRegister,
    private readonly completion: Completion,
  ) {}

  /** @throws DomainError documents.unknown-number, documents.number-void, execution.* */
  run({ actor, number, reason }: VoidNumberCommand): Promise<void> {
    return this.uow.run(async () => {
      const kept = await this.numbers.find(number);
      const cause = { by: actor.staffNo, reason };
      if (!kept) throw refuse('execution.unknown-number', {});
      if (!kept.documentId) {
        if (kept.issuedAt) throw refuse('execution.not-voidable', { number: kept.text });
        await this.desk.ensureKeeps(actor, number.symbol);
        return this.voids.one(number, cause);
      }
      if (kept.kind === 'draft') throw refuse('execution.not-voidable', { number: kept.text });
      const desk = await this.desk.openToVoid(kept.documentId, actor);
      if (isDispatched(desk, kept.text)) throw refuse('execution.number-dispatched', { number: kept.text });
      await this.voids.one(number, cause);
      if (desk.state.dispatches.length === 0) await this.unmakeCopy(desk, actor, `欠番: ${reason}`);
      if (desk.card.state === 'decided') await this.completion.settle(desk.card, actor);
    });
  }

  /** Seal, collation and clean copy bear a number that is void now: they are undone from the last on. */
  private async unmakeCopy({ card, state }: AtDesk, actor: Actor, reason: string): Promise<void> {
    const chain = standing(state.entries).filter(({ kind }) => kind !== 'addition' && kind !== 'waiver');
    for (const [count, step] of chain.toReversed().entries()) {
      const entries = [...state.entries, ...chain.slice(0, count)];
      await this.register.undo(card, { entries }, { actor, undoes: step.id, reason });
    }
  }
}

function isDispatched({ state }: AtDesk, number: string): boolean {
  const gone = stepsOf(standing(state.entries), 'dispatch').flatMap(({ particulars }) => particulars.lines);
  return gone.some((line) => line.number === number);
}
