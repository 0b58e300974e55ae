import { Injectable } from '@nestjs/common';
import { DocumentLifecycle, VoidNumbers } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface GiveUpExecutionCommand {
  readonly actor: Actor;
  readonly documentId: string;
  readonly reason: string;
}

/** What was decided and has not gone out: the decision stands without a letter (施行不要), or is given up (廃案, RULE-52). */
@Injectable()
export class GiveUpExecution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
    private readonly lifecycle: DocumentLifecycle,
    private readonly voids: VoidNumbers,
    private readonly ledger: Ledger,
  ) {}

  /** 施行不要: the numbers that were to go out become 欠番. */
  waive({ actor, documentId, reason }: GiveUpExecutionCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card, state, numbers } = await this.desk.open(documentId, actor, 'waive');
      await this.register.write(card, state, { actor, step: { kind: 'waiver', particulars: {}, reason } });
      const cause = { by: actor.staffNo, reason: `施行不要: ${reason}` };
      for (const number of numbers) if (!number.voidedAt) await this.voids.one(number, cause);
      await this.lifecycle.waiveExecution(documentId, true);
    });
  }

  /** 廃案 after the decision, by the records office: the state changes, the decision stays readable. */
  abandon({ actor, documentId, reason }: GiveUpExecutionCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card } = await this.desk.open(documentId, actor, 'abandon');
      const by = actor.staffNo;
      await this.lifecycle.move([{ documentId, from: card.state, to: 'abandoned', by, reason }]);
      const facts = { from: card.state, to: 'abandoned', reason };
      this.ledger.record({ subject: { kind: 'document', id: documentId }, kind: 'documents.moved', actor: by, facts });
    });
  }
}
