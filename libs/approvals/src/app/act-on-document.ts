import { Injectable } from '@nestjs/common';
import { DocumentLifecycle, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Act, type Refusal, act } from '../core/act';
import { refuse } from '../errors';
import { ApplyActs } from './apply-acts';
import { CaseStateReader } from './case-state-reader';
import { LastInstance } from './last-instance';

export interface ActCommand extends Omit<Act, 'actor'> {
  readonly actor: Actor;
  readonly documentId: string;
}

/** One act on one document: approve, return, reject, pull back, withdraw, abandon. */
@Injectable()
export class ActOnDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: CaseStateReader,
    private readonly lifecycle: DocumentLifecycle,
    private readonly documents: DocumentReading,
    private readonly lastInstance: LastInstance,
    private readonly apply: ApplyActs,
  ) {}

  /** @throws DomainError documents.not-found and the approvals.* refusals */
  run({ actor, documentId, ...wanted }: ActCommand): Promise<void> {
    return this.uow.run(async () => {
      await this.documents.readable(documentId, actor);
      const loaded = (await this.reader.lock([documentId])).get(documentId);
      if (!loaded) return this.withdrawUnsubmitted({ actor, documentId, ...wanted });
      const full: Act = { ...wanted, actor: actor.staffNo };
      const lastInstance = wanted.outcome === 'objected' ? await this.lastInstance.seat() : null;
      const result = act(loaded.state, full, lastInstance);
      if (!result.ok) throw refusalError(documentId, result.refusal);
      await this.apply.run([{ loaded, wanted: full, events: result.events, actor, bulkKey: null }]);
    });
  }

  /** A draft that was never submitted has no case yet; its drafter may still give it up. */
  private async withdrawUnsubmitted({ actor, documentId, kind }: ActCommand): Promise<void> {
    const card = await this.lifecycle.openForSubmission(documentId, actor, null);
    if (kind !== 'withdraw') throw refuse('approvals.not-allowed', { documentId, rule: 'RULE-52' });
    await this.lifecycle.giveUp(card, actor);
  }
}

export function refusalError(documentId: string, { code, rule }: Refusal) {
  if (code === 'reason-required')
    return refuse('approvals.reason-required', { errors: [{ pointer: '/comment', code: 'form.required' }] });
  return refuse(`approvals.${code}`, { documentId, rule });
}
