import { Injectable } from '@nestjs/common';
import { DocumentReading, ReviseContent } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { withCurrentHolders } from '../core/act';
import { obstacle } from '../core/obstacle';
import type { Act } from '../core/wanted-act';
import { refuse } from '../errors';
import { ActFactsReader } from './act-facts-reader';
import { refusalError } from './act-on-document';
import { ApplyActs } from './apply-acts';
import { judgeAct } from './judge-act';
import { StagedGate } from './staged-gate';

export interface ReviseCommand {
  readonly actor: Actor;
  readonly documentId: string;
  readonly seatId: string;
  readonly contentDigest: string;
  readonly expectedVersion: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What was changed and why; the drafter and whoever acted before are told. */
  readonly comment: string;
}

/** 修正: a participant corrects the content on the way. Changed substance asks everybody again (RULE-33, RULE-60). */
@Injectable()
export class ReviseOnTheWay {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gate: StagedGate,
    private readonly facts: ActFactsReader,
    private readonly documents: DocumentReading,
    private readonly content: ReviseContent,
    private readonly apply: ApplyActs,
  ) {}

  /** @throws DomainError documents.not-found, documents.invalid-fields, documents.incomplete, and the approvals.* refusals */
  run({ fields, ...command }: ReviseCommand): Promise<void> {
    return this.uow.run(async () => {
      const { actor, documentId, comment } = command;
      await this.documents.readable(documentId, actor);
      const gate = await this.gate.open(documentId, { kind: 'revise', seatId: command.seatId, actor: actor.staffNo });
      if (gate.refusal) throw refusalError(documentId, gate.refusal);
      const { loaded } = gate;
      if (!loaded) throw refuse('approvals.not-found', { documentId });
      const context = await this.facts.of(loaded, actor);
      const wanted: Act = { ...command, kind: 'revise', actor: actor.staffNo, outcome: null };
      const refusal = obstacle(withCurrentHolders(loaded.state, context.facts), wanted, context.facts);
      if (refusal) throw refusalError(documentId, refusal);
      const { revision, substance } = await this.content.run({ documentId, actor, fields, note: comment });
      const judged = judgeAct({
        loaded,
        context,
        actor,
        wanted: { ...wanted, revision: { digest: revision.digest.toString('hex'), substance } },
        revisionNo: revision.no,
      });
      if (!judged.ok) throw refusalError(documentId, judged.refusal);
      await this.apply.run([judged.accepted]);
    });
  }
}
