import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { EnterReceipt } from './enter-receipt';
import { handles } from './policy';
import type { ReceiptInput } from './receipt-contents';
import { ReceiptNews } from './receipt-news';
import { Receiving } from './receiving';
import { Sections } from './sections';

export interface RegisterReceiptCommand extends ReceiptInput {
  readonly actor: Actor;
  /** Code of the section it is for. */
  readonly section: string;
  /** Received at once; otherwise the section confirms it itself (文書主管課 opens the mail for all). */
  readonly receive: boolean;
  readonly numbered: boolean;
}

/** 到達: enters what has arrived. */
@Injectable()
export class RegisterReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enter: EnterReceipt,
    private readonly sections: Sections,
    private readonly receiving: Receiving,
    private readonly news: ReceiptNews,
  ) {}

  /** @throws DomainError intake.unknown-section, intake.not-yours-to-register, intake.unknown-kind, and what arrivals are refused for */
  run(command: RegisterReceiptCommand): Promise<string> {
    const { actor } = command;
    return this.uow.run(async () => {
      const section = await this.sections.snapshot(command.section);
      if (!handles(actor, section.code)) throw refuse('intake.not-yours-to-register', { section: section.name });
      const at = await this.uow.now();
      const id = newId<string>();
      const receipt = await this.enter.run({ id, actor, section, at }, command);
      if (command.receive) await this.receiving.run(receipt, actor, command);
      else await this.news.routed(receipt, section.code, actor);
      return id;
    });
  }
}
