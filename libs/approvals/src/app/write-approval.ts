import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { type ActCommand, ActOnDocument } from './act-on-document';
import type { Approval } from './approvals.views.dto';
import { ReadApproval } from './read-approval';
import { type InstructionCommand, RecordInstruction } from './record-instruction';
import { type ReviseCommand, ReviseOnTheWay } from './revise-on-the-way';
import { type SubmitCommand, SubmitDocument } from './submit-document';

/** Every write to an approval answers with the approval as it then is, read in the same unit. */
@Injectable()
export class WriteApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly submitting: SubmitDocument,
    private readonly acting: ActOnDocument,
    private readonly revising: ReviseOnTheWay,
    private readonly instructing: RecordInstruction,
    private readonly reading: ReadApproval,
  ) {}

  submit(command: SubmitCommand, language: Language): Promise<Approval> {
    return this.answered(() => this.submitting.run(command), command, language);
  }

  act(command: ActCommand, language: Language): Promise<Approval> {
    return this.answered(() => this.acting.run(command), command, language);
  }

  revise(command: ReviseCommand, language: Language): Promise<Approval> {
    return this.answered(() => this.revising.run(command), command, language);
  }

  instruct(command: InstructionCommand, language: Language): Promise<Approval> {
    return this.answered(() => this.instructing.run(command), command, language);
  }

  private answered(
    write: () => Promise<void>,
    { documentId, actor }: Pick<ActCommand, 'documentId' | 'actor'>,
    language: Language,
  ): Promise<Approval> {
    return this.uow.run(async () => {
      this.uow.keepPlans();
      await write();
      return this.reading.run(documentId, actor, language);
    });
  }
}
