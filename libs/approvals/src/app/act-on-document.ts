import { Injectable } from '@nestjs/common';
import { type PostCode, localDateAt } from '@fubako/kernel';
import { DocumentLifecycle, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Refusal } from '../core/refusal';
import type { Act, Addition } from '../core/wanted-act';
import type { SaidBeside } from '../data/case.row';
import { refuse } from '../errors';
import { ActFactsReader, type CaseFacts, seatOfPost } from './act-facts-reader';
import { judgeAct } from './judge-act';
import { StagedGate } from './staged-gate';
import { TakeEffect } from './take-effect';

export interface ActCommand extends Omit<Act, 'actor' | 'addition' | 'revision'> {
  readonly actor: Actor;
  readonly documentId: string;
  readonly beside?: SaidBeside;
  /** Key of the request (冪等キー). */
  readonly key?: string;
  /** The post whose holder is asked in addition, and how. */
  readonly addition?: { readonly kind: Addition['kind']; readonly postCode: string } | null;
}

/** One act on one document, of any kind but editing its content. */
@Injectable()
export class ActOnDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gate: StagedGate,
    private readonly facts: ActFactsReader,
    private readonly lifecycle: DocumentLifecycle,
    private readonly documents: DocumentReading,
    private readonly effect: TakeEffect,
  ) {}

  /** @throws DomainError documents.not-found and the approvals.* refusals */
  run(command: ActCommand): Promise<void> {
    return this.uow.run(async () => {
      const { actor, documentId, beside } = command;
      await Promise.all([this.documents.readable(documentId, actor), this.facts.prepare()]);
      // RULE-62 What is to happen has not occurred.
      if (beside?.occurredOn && beside.occurredOn > localDateAt(await this.uow.now()))
        throw refuse('approvals.bad-date', { documentId, rule: 'RULE-62' });
      const gate = await this.gate.open(documentId, { ...command, actor: actor.staffNo });
      if (gate.refusal) throw refusalError(documentId, gate.refusal);
      const { loaded, undone } = gate;
      if (undone) return;
      if (!loaded) return this.withdrawUnsubmitted(command);
      const context = await this.facts.of(loaded, actor, command.addition ? [command.addition.postCode] : []);
      const wanted = wantedAct(command, context);
      const judged = judgeAct({ loaded, context, wanted, actor, beside: command.beside });
      if (!judged.ok) throw refusalError(documentId, judged.refusal);
      await this.effect.run([judged.accepted], command.key ?? null);
    });
  }

  /** A draft that was never submitted has no case yet; its drafter may still give it up. */
  private async withdrawUnsubmitted({ actor, documentId, kind }: ActCommand): Promise<void> {
    const card = await this.lifecycle.openForSubmission(documentId, actor, null);
    if (kind !== 'withdraw') throw refuse('approvals.not-allowed', { documentId, rule: 'RULE-52' });
    await this.lifecycle.giveUp(card, actor);
  }
}

/** @throws DomainError approvals.bad-person, approvals.bad-addition for people and posts that do not exist today */
function wantedAct(
  { actor, documentId, beside: _, key: __, addition, ...given }: ActCommand,
  { chart }: CaseFacts,
): Act {
  if (given.to && !chart.person(given.to as never))
    throw refuse('approvals.bad-person', { documentId, rule: 'RULE-47' });
  const post = addition ? chart.post(addition.postCode as PostCode) : null;
  if (addition && !post) throw refuse('approvals.bad-addition', { documentId, rule: 'RULE-26' });
  return {
    ...given,
    actor: actor.staffNo,
    addition: addition && post ? { kind: addition.kind, seat: seatOfPost(chart, post) } : null,
  };
}

/** A refusal of the rules as an answer. */
export function refusalError(documentId: string, { code, rule }: Refusal) {
  if (code === 'reason-required')
    return refuse('approvals.reason-required', { errors: [{ pointer: '/comment', code: 'form.required' }] });
  return refuse(`approvals.${code}`, { documentId, rule });
}
