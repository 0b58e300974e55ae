import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentLifecycle } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { executed } from '../events';
import { ExecutionDesk } from './execution-desk';

/** 施行済: the state follows from the dispatches; when one is taken back, so is the state. */
@Injectable()
export class Completion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly lifecycle: DocumentLifecycle,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** Brings the state of a locked document in line with its dispatches. */
  async settle(card: DocumentCard, actor: Actor): Promise<void> {
    const { dispatches, remaining } = await this.desk.stateOf(card, actor);
    const to = dispatches.length > 0 && remaining.length === 0 ? 'executed' : 'decided';
    if (to === card.state) return this.lifecycle.announce([card.id]);
    const by = actor.staffNo;
    await this.lifecycle.move([{ documentId: card.id, from: card.state, to, by, reason: null }]);
    const subject = { kind: 'document', id: card.id };
    this.ledger.record({ subject, kind: 'documents.moved', actor: by, facts: { from: card.state, to } });
    if (to === 'executed') await this.announce(card);
  }

  private async announce({ id, title, drafter, dispatchNumber }: DocumentCard): Promise<void> {
    const executedAt = (await this.uow.now()).toISOString();
    const payload = { documentId: id, title, drafterStaffNo: drafter.staffNo, dispatchNumber, executedAt };
    await this.bus.publishAll(executed, [{ subject: id, payload }]);
  }
}
