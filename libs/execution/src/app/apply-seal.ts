import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface ApplySealCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** Digest of the clean copy that the keeper has compared. */
  readonly copyDigest: string;
  /** Which seal: 町長印. */
  readonly seal: string;
  /** How many sheets; one for each addressee when left out. */
  readonly copies?: number;
}

/** 公印の押印: by the seal keeper, after comparing the sheet with the decided original (公印台帳). */
@Injectable()
export class ApplySeal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
  ) {}

  run({ actor, documentId, copyDigest: digest, seal, copies }: ApplySealCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card, state } = await this.desk.open(documentId, actor, 'seal');
      if (state.copy?.particulars.digest !== digest) throw refuse('execution.copy-changed', { documentId });
      const particulars = { digest, seal, copies: copies ?? state.copy.particulars.lines.length };
      await this.register.write(card, state, { actor, step: { kind: 'seal', particulars } });
    });
  }
}
