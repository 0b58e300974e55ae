import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { NewReceipts } from './new-receipts';
import { handles } from './policy';
import { type ReceiptInput, ReceiptContents } from './receipt-contents';
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
    private readonly rows: NewReceipts,
    private readonly contents: ReceiptContents,
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
      const content = await this.contents.merge(null, command, at);
      const id = newId<string>();
      const who = { registered_at: at, registered_by: actor.staffNo, registered_by_name: actor.name };
      const receipt = await this.rows.insert({ ...content, ...who, id, section });
      this.news.acted({ receiptId: id, actor }, 'arrived', {
        section: section.code,
        kind: content.kind,
        arrivalAt: content.arrival_at.toISOString(),
        backDated: content.back_dating_reason !== null,
      });
      if (command.receive) await this.receiving.run(receipt, actor, command);
      else await this.news.routed(receipt, section.code, actor);
      return id;
    });
  }
}
