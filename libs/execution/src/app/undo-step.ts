import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { Completion } from './completion';
import { ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface UndoStepCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** The step that the person wants undone: it must still be the last that stands. */
  readonly entryId: string;
  readonly reason: string;
}

/** 取消し of the last step, as an entry of its own: what was recorded stays readable. */
@Injectable()
export class UndoStep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
    private readonly lifecycle: DocumentLifecycle,
    private readonly completion: Completion,
  ) {}

  run({ actor, documentId, entryId, reason }: UndoStepCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card, state } = await this.desk.open(documentId, actor, 'undo');
      if (state.last?.id !== entryId) throw refuse('execution.not-the-last', { documentId });
      await this.register.undo(card, state, { actor, undoes: entryId, reason });
      if (state.last.kind === 'waiver') await this.lifecycle.waiveExecution(documentId, false);
      if (state.last.kind === 'dispatch') await this.completion.settle(card, actor);
    });
  }
}
