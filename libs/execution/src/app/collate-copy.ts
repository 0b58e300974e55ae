import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { needsSeal } from '../core/execution-state';
import { refuse } from '../errors';
import { ExecutingRights } from './executing-rights';
import { ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface CollateCopyCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** Digest of the clean copy that the person had in view. */
  readonly copyDigest: string;
}

/** 照合: somebody other than who wrote it has compared the clean copy with the decided original (原議). */
@Injectable()
export class CollateCopy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
    private readonly rights: ExecutingRights,
    private readonly lifecycle: DocumentLifecycle,
  ) {}

  run({ actor, documentId, copyDigest: digest }: CollateCopyCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card, state } = await this.desk.open(documentId, actor, 'collate');
      const copy = state.copy?.particulars;
      const sameText = copy?.digest === digest && copy.content === (card.contentDigest?.toString('hex') ?? '');
      if (!sameText) throw refuse('execution.copy-changed', { documentId });
      await this.register.write(card, state, { actor, step: { kind: 'collation', particulars: { digest } } });
      // The keeper compares as well, and may read what the seal is asked for.
      if (needsSeal(copy.sealMode))
        await this.lifecycle.admit((await this.rights.sealKeepers(card)).map((staffNo) => ({ documentId, staffNo })));
    });
  }
}
