import { Injectable } from '@nestjs/common';
import {
  type DocumentCard,
  DocumentLifecycle,
  type DocumentNumber,
  DocumentReading,
  NumberRows,
} from '@fubako/documents';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { type ExecutionState, executionState } from '../core/execution-state';
import { type ExecutionAct, type Standing, judge } from '../core/judge';
import { EntryRows } from '../data/entry-rows';
import { refuse } from '../errors';
import { ExecutingRights } from './executing-rights';

/** A document at the desk of execution: what it is, how far it is, and what the person is to it. */
export interface AtDesk {
  readonly card: DocumentCard;
  readonly state: ExecutionState;
  readonly who: Standing;
  /** 施行番号 of every standing: void ones too. */
  readonly numbers: readonly DocumentNumber[];
}

/** Opens documents for execution. Every call is part of the caller's unit of work. */
@Injectable()
export class ExecutionDesk {
  constructor(
    private readonly documents: DocumentReading,
    private readonly lifecycle: DocumentLifecycle,
    private readonly numbers: NumberRows,
    private readonly entries: EntryRows,
    private readonly rights: ExecutingRights,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** @throws DomainError documents.not-found */
  async look(documentId: string, actor: Actor): Promise<AtDesk> {
    return this.gather(await this.documents.readable(documentId, actor), actor);
  }

  /** Locks the document and asks whether the act is lawful. @throws DomainError documents.not-found, execution.* */
  async open(documentId: string, actor: Actor, act: ExecutionAct): Promise<AtDesk> {
    const [, cards] = await Promise.all([
      this.documents.readable(documentId, actor),
      this.lifecycle.lock([documentId]),
    ]);
    const card = cards.get(documentId);
    if (!card) throw new Error(`Document ${documentId} went away while it was read.`);
    const desk = await this.gather(card, actor);
    const refusal = judge(desk.state, act, desk.who);
    if (refusal) throw refuse(`execution.${refusal.code}`, { documentId, rule: refusal.rule });
    return desk;
  }

  /** Locks the document of a number for somebody who may make numbers void, whatever its state. */
  async openToVoid(documentId: string, actor: Actor): Promise<AtDesk> {
    const seen = await this.documents.readable(documentId, actor).catch(() => null);
    const card = seen && (await this.lifecycle.lock([documentId])).get(documentId);
    if (!card) throw refuse('execution.unknown-number', {});
    const desk = await this.gather(card, actor);
    if (!desk.who.clerk) throw refuse('execution.not-your-series', {});
    return desk;
  }

  /** @throws DomainError execution.not-your-series for who does not keep the series of this symbol */
  async ensureKeeps(actor: Actor, symbol: string): Promise<void> {
    const kept = await this.rights.keptSymbols(actor);
    if (kept !== null && !kept.includes(symbol)) throw refuse('execution.not-your-series', {});
  }

  /** The state of a document after its numbers or entries have changed in this unit. */
  async stateOf(card: DocumentCard, actor: Actor): Promise<ExecutionState> {
    return (await this.gather(card, actor)).state;
  }

  /** Many documents at once, for lists; the caller has asked for the right to read. */
  async lookAll(cards: readonly DocumentCard[], actor: Actor): Promise<Map<string, AtDesk>> {
    const ids = cards.map(({ id }) => id);
    const [numbers, entries, outgoing, standingOf, { collationByOther }] = await Promise.all([
      this.numbers.of(ids),
      this.entries.of(ids),
      this.outgoingTypes(cards),
      this.rights.judgeOf(actor),
      this.settings.current(),
    ]);
    return new Map(
      cards.map((card) => {
        const own = numbers.filter(({ documentId, kind }) => documentId === card.id && kind !== 'draft');
        const state = executionState({
          documentState: card.state,
          executes: outgoing.has(typeKey(card)),
          waived: card.executionWaivedAt !== null,
          drafter: card.drafter.staffNo,
          numbers: own.flatMap(({ text, voidedAt }) => (voidedAt ? [] : [text])),
          entries: entries.filter(({ documentId }) => documentId === card.id),
          collationByOther,
        });
        return [card.id, { card, state, who: standingOf(card), numbers: own }];
      }),
    );
  }

  private async outgoingTypes(cards: readonly DocumentCard[]): Promise<ReadonlySet<string>> {
    const outgoing = new Set<string>();
    const types = new Map(cards.map((card) => [typeKey(card), card]));
    for (const [key, card] of types)
      if ((await this.documents.matterType(card)).execution !== 'none') outgoing.add(key);
    return outgoing;
  }

  private async gather(card: DocumentCard, actor: Actor): Promise<AtDesk> {
    const desk = (await this.lookAll([card], actor)).get(card.id);
    if (!desk) throw new Error(`Document ${card.id} is not at the desk.`);
    return desk;
  }
}

const typeKey = ({ matterType, matterTypeVersion }: DocumentCard): string => `${matterType}/${matterTypeVersion}`;
