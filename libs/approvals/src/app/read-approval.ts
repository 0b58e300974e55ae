import { Injectable } from '@nestjs/common';
import { daysBetween, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { stepOf } from '../core/case-state';
import { possibleActs } from '../core/possible-acts';
import { ruleSetWords } from '../core/rule-set-words';
import { buttonWords, waitingWords } from '../core/words';
import { CaseRows } from '../data/case-rows';
import { RuleSetRows } from '../data/rule-set-rows';
import type { ActRow } from '../data/case.row';
import { refuse } from '../errors';
import type { AllowedAct, Approval, DelegationTableView, LastReturn } from './approvals.views.dto';
import { type LoadedCase, loadedCase } from './case-state-reader';
import { historyOf } from './history';
import { stepViews } from './route-views';

/** A running approval as one reader sees it: route, history, and what the reader may do now. */
@Injectable()
export class ReadApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly rows: CaseRows,
    private readonly ruleSets: RuleSetRows,
  ) {}

  /** @throws DomainError documents.not-found, approvals.not-found (never submitted) */
  run(documentId: string, actor: Actor, language: Language): Promise<Approval> {
    return this.uow.read(async () => {
      const card = await this.documents.readable(documentId, actor);
      const row = await this.rows.find(documentId);
      if (!row) throw refuse('approvals.not-found', { documentId });
      const seats = (await this.rows.currentSeats([documentId])).get(documentId) ?? [];
      const acts = await this.rows.acts(documentId);
      const revisions = await this.documents.revisions(documentId);
      const loaded = loadedCase(card, row, seats);
      return {
        ...factsOf(loaded),
        delegationTable: await this.delegationTable(row.rule_set_id, language),
        steps: stepViews(seats, new Map(acts.map((act) => [act.id, act])), language),
        history: historyOf({ card, acts, revisions, language }),
        allowed: allowedOf(loaded, actor, language),
        waitingFor: waitingFor(loaded, await this.uow.now(), language),
        lastReturn: lastReturn(acts),
      };
    });
  }

  /** RULE-104 Which version of the table the matter was planned by. */
  private async delegationTable(id: number, language: Language): Promise<DelegationTableView | null> {
    const set = await this.ruleSets.find(id);
    if (!set || set.version === null || set.validFrom === null) return null;
    const { version, validFrom } = set;
    return { version, validFrom, words: ruleSetWords(version, validFrom, language) };
  }
}

function factsOf({ card, row }: LoadedCase) {
  return {
    documentId: card.id,
    version: row.version,
    state: card.state,
    round: row.round,
    revisionNo: row.revision_no,
    contentDigest: row.content_digest.toString('hex'),
    decisionLabel: row.decision_label,
  };
}

function allowedOf({ card, state }: LoadedCase, actor: Actor, language: Language): AllowedAct[] {
  const acts = possibleActs(state, actor.staffNo).map(({ kind, seatId }) => {
    const step = seatId === null ? null : (stepOf(state, seatId)?.kind ?? null);
    return { kind, ...(seatId === null ? {} : { seatId }), label: buttonWords(kind, step, language) };
  });
  const editable =
    card.drafter.staffNo === actor.staffNo && (card.state === 'returned' || card.state === 'pulled_back');
  return editable ? [{ kind: 'submit', label: buttonWords('submit', null, language) }, ...acts] : acts;
}

function waitingFor({ seats, card }: LoadedCase, now: Date, language: Language): string | null {
  const active = seats.find(({ state }) => state === 'active');
  if (card.state !== 'circulating' || !active) return null;
  const day = active.opened_at ? daysBetween(localDateAt(active.opened_at), localDateAt(now)) + 1 : 1;
  return waitingWords(
    { title: `${active.unit_name} ${active.post_title}`, name: active.principal_name, kind: active.step_kind, day },
    language,
  );
}

function lastReturn(acts: readonly ActRow[]): LastReturn | null {
  const act = acts.findLast(({ kind }) => kind === 'return');
  if (!act) return null;
  return {
    byName: act.actor_name,
    byTitle: `${act.unit_name} ${act.post_title}`,
    at: act.acted_at.toISOString(),
    comment: act.comment ?? '',
    round: act.round,
  };
}
