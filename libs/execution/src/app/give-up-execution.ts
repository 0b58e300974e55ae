import { Injectable } from '@nestjs/common';
import { ActOnDocument } from '@fubako/approvals';
import { DocumentLifecycle, VoidNumbers } from '@fubako/documents';
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
    private readonly acts: ActOnDocument,
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

  /** 廃案 after the decision, by the records office: an act of the approval, of which everybody who agreed is told (RULE-33). */
  abandon({ actor, documentId, reason }: GiveUpExecutionCommand): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.open(documentId, actor, 'abandon');
      const plain = { seatId: null, outcome: null, contentDigest: null, expectedVersion: null };
      await this.acts.run({ ...plain, kind: 'abandon', comment: reason, actor, documentId });
    });
  }
}
