import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { IdempotencyKeys, type KeyClaim } from '@fubako/platform/http';
import type { Act } from '../core/wanted-act';
import { BulkOutcomeRows, type BulkKey, type BulkOutcomeRow } from '../data/bulk-outcome-rows';
import { refuse } from '../errors';
import type { AcceptedAct } from './accepted-act';
import { ActFactsReader, type CaseFacts } from './act-facts-reader';
import { judgeAct } from './judge-act';
import { type BulkItem, type BulkKind, BulkSelection, type JudgedItem } from './bulk-selection';
import { CaseStateReader, type LoadedCase } from './case-state-reader';
import { obstacleOf } from './staged-gate';
import { TakeEffect } from './take-effect';

export interface BulkCommand {
  readonly actor: Actor;
  /** Key of the request: the same one never acts twice and finishes what a crash cut off. */
  readonly claim: KeyClaim;
  readonly kind: BulkKind;
  readonly items: readonly BulkItem[];
  readonly comment: string | null;
}

/** Items that are decided in one transaction: each chunk is wholly done or not at all. */
const CHUNK = 100;

/** 一括決裁・一括差戻し・一括後閲: one read, one pure computation, one set-based write for each chunk; an answer for every item (RULE-64). */
@Injectable()
export class BulkActs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly selection: BulkSelection,
    private readonly reader: CaseStateReader,
    private readonly facts: ActFactsReader,
    private readonly effect: TakeEffect,
    private readonly outcomes: BulkOutcomeRows,
  ) {}

  /** @returns outcomes in the order of the items. @throws DomainError approvals.bulk-empty, approvals.bulk-reason, request.idempotency-key-reused */
  async run(command: BulkCommand): Promise<BulkOutcomeRow[]> {
    if (command.items.length === 0) throw refuse('approvals.bulk-empty', {});
    if (command.kind === 'return' && command.comment === null)
      throw refuse('approvals.bulk-reason', { errors: [{ pointer: '/comment', code: 'form.required' }] });
    const key = command.claim;
    await this.uow.run(() => new IdempotencyKeys(this.uow).claim(command.claim));
    const items = [...new Map(command.items.map((item) => [item.seatId, item])).values()];
    for (let from = 0; from < items.length; from += CHUNK) {
      await this.uow.run(() => this.settle(items.slice(from, from + CHUNK), command, key));
    }
    const settled = await this.uow.read(() => this.outcomes.of(key));
    const bySeat = new Map(settled.map((outcome) => [outcome.seatId, outcome]));
    return items.flatMap(({ seatId }) => bySeat.get(seatId) ?? []);
  }

  private async settle(items: readonly BulkItem[], command: BulkCommand, key: BulkKey): Promise<void> {
    const mine = await this.selection.documentsOf(items, command);
    const [loaded, earlier] = await Promise.all([this.reader.lock(mine), this.outcomes.of(key), this.facts.prepare()]);
    const done = new Set(earlier.map(({ seatId }) => seatId));
    const open = items.filter(({ seatId }) => !done.has(seatId));
    if (open.length === 0) return;
    const judged = await this.selection.judge(open, command);
    const facts = await this.facts.ofAll([...loaded.values()], command.actor);
    const verdicts = judged.map((one, index) =>
      isRepeated(judged, index) ? notOpen(one.item) : decide(one, { loaded, facts }, command),
    );
    const { applied, staged } = await this.effect.run(
      verdicts.flatMap(({ accepted }) => accepted ?? []),
      key.key,
    );
    const numbers = new Map(applied.map((one) => [one.loaded.card.id, one.dispatchNumber]));
    const outcomes = verdicts.map(({ outcome }) => ({
      ...outcome,
      ...(outcome.outcome === 'applied' && staged.has(outcome.documentId) ? { outcome: 'staged' as const } : {}),
      dispatchNumber: numbers.get(outcome.documentId) ?? null,
    }));
    this.outcomes.insert({ ...key, kind: command.kind }, outcomes, await this.uow.now());
  }
}

interface Verdict {
  readonly outcome: BulkOutcomeRow;
  readonly accepted: AcceptedAct | null;
}

/** Two seats of one document in one chunk: the first act may change what the second is about. */
function isRepeated(judged: readonly JudgedItem[], index: number): boolean {
  return judged.slice(0, index).some(({ item }) => item.documentId === judged[index]?.item.documentId);
}

function notOpen({ seatId, documentId }: BulkItem): Verdict {
  return {
    outcome: { seatId, documentId, outcome: 'conflict', code: 'not-open', dispatchNumber: null },
    accepted: null,
  };
}

/** Policy first, then the same rules as for a single act. */
function decide(
  { item, row, exclusion }: JudgedItem,
  cases: { loaded: ReadonlyMap<string, LoadedCase>; facts: ReadonlyMap<string, CaseFacts> },
  command: BulkCommand,
): Verdict {
  const answer = (
    outcome: BulkOutcomeRow['outcome'],
    code: string | null,
    accepted: AcceptedAct | null = null,
  ): Verdict => ({
    outcome: { seatId: item.seatId, documentId: item.documentId, outcome, code, dispatchNumber: null },
    accepted,
  });
  const loaded = cases.loaded.get(item.documentId);
  const context = cases.facts.get(item.documentId);
  if (exclusion) return answer(exclusion === 'changed_since_listed' ? 'conflict' : 'excluded', exclusion);
  if (!row || !loaded || !context) return notOpen(item);
  const wanted = wantedAct(item, command);
  const waiting = loaded.row.staged && obstacleOf(loaded, loaded.row.staged, wanted);
  if (waiting) return answer('conflict', waiting.code);
  const judged = judgeAct({ loaded, context, wanted, actor: command.actor, bulkKey: command.claim.key });
  return judged.ok ? answer('applied', null, judged.accepted) : answer('refused', judged.refusal.code);
}

function wantedAct(item: BulkItem, { kind, actor, comment }: BulkCommand): Act {
  return {
    kind,
    actor: actor.staffNo,
    seatId: item.seatId,
    outcome: kind === 'post_review' ? 'acknowledged' : null,
    comment,
    contentDigest: item.contentDigest,
    expectedVersion: kind === 'post_review' ? null : item.version,
  };
}
