import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import type { DocumentCard } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { StepContent } from '../core/entries';
import { EntryRows } from '../data/entry-rows';
import type { ExecutionState } from '../core/execution-state';
import { executionEntered } from '../events';

export type NewStep = StepContent & {
  /** The day on which it was done; today when it is left out. */
  readonly occurredOn?: string;
  readonly reason?: string;
};

const LEDGER_KINDS = {
  clean_copy: 'execution.clean-copied',
  collation: 'execution.collated',
  seal: 'execution.sealed',
  dispatch: 'execution.dispatched',
  waiver: 'execution.waived',
  addition: 'execution.added',
} as const;

/** Writes entries of execution, each with its ledger entry. The document is locked, so entries are counted without gaps. */
@Injectable()
export class ExecutionRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EntryRows,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @returns the id of the entry */
  async write(
    card: DocumentCard,
    state: Pick<ExecutionState, 'entries'>,
    { actor, step }: { actor: Actor; step: NewStep },
  ) {
    const { kind, particulars, occurredOn, reason } = step;
    const entry = await this.entry(card, state, actor);
    const day = occurredOn ?? entry.occurredOn;
    await this.rows.insert({ ...entry, kind, particulars, occurredOn: day, reason: reason ?? null, undoes: null });
    this.ledger.record({
      subject: { kind: 'document', id: card.id },
      kind: LEDGER_KINDS[kind],
      actor: actor.staffNo,
      facts: { entry: entry.id, occurredOn: day, reason: reason ?? null, ...particulars },
    });
    await this.tell(card);
    return entry.id;
  }

  /** Keeps the bytes of a clean copy beside its entry. */
  freeze(entryId: string, canonical: Buffer, digest: Buffer): Promise<void> {
    return this.rows.freeze(entryId, canonical, digest);
  }

  /** 取消し: a new entry that says which one no longer stands, and why. */
  async undo(
    card: DocumentCard,
    state: Pick<ExecutionState, 'entries'>,
    { actor, undoes, reason }: { actor: Actor; undoes: string; reason: string },
  ): Promise<void> {
    const entry = await this.entry(card, state, actor);
    await this.rows.insert({ ...entry, kind: 'undo', particulars: {}, reason, undoes });
    this.ledger.record({
      subject: { kind: 'document', id: card.id },
      kind: 'execution.undone',
      actor: actor.staffNo,
      facts: { entry: entry.id, undoes, reason },
    });
    await this.tell(card);
  }

  private tell({ id: documentId }: DocumentCard): Promise<void> {
    return this.bus.publish(executionEntered, documentId, { documentId });
  }

  private async entry(card: DocumentCard, { entries }: Pick<ExecutionState, 'entries'>, actor: Actor) {
    const at = await this.uow.now();
    const post = actor.posts.find(({ kind }) => kind === 'main') ?? actor.posts[0];
    return {
      id: newId<string>(),
      documentId: card.id,
      no: entries.length + 1,
      occurredOn: localDateAt(at) as string,
      recordedAt: at,
      recordedBy: actor.staffNo,
      recordedByName: actor.name,
      postTitle: post ? `${post.unitName} ${post.title}` : '',
    };
  }
}
