import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface AddFormalityCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** 公布の日, 法令番号, … */
  readonly label: string;
  readonly text: string;
}

/** 形式的な追記: dates and statute numbers that come after the decision stand beside the sealed content (RULE-61). */
@Injectable()
export class AddFormality {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
  ) {}

  run({ actor, documentId, label, text }: AddFormalityCommand): Promise<void> {
    return this.uow.run(async () => {
      const { card, state } = await this.desk.open(documentId, actor, 'add');
      await this.register.write(card, state, { actor, step: { kind: 'addition', particulars: { label, text } } });
    });
  }
}
