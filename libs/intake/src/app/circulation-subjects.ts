import { Injectable } from '@nestjs/common';
import { DocumentLifecycle, DocumentReading, isSecretOn } from '@fubako/documents';
import { DomainError } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { CirculationMode } from '../core/words';
import type { SubjectKind } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { ConcernedRows } from '../data/concerned-rows';
import { refuse } from '../errors';
import { handles } from './policy';
import { ReceiptDesk } from './receipt-desk';

export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What is circulated: a receipt, or a document that has been decided. */
export interface Subject extends SubjectRef {
  readonly title: string;
  readonly confidential: boolean;
  readonly section: { readonly code: string; readonly name: string };
}

const DECIDED: readonly string[] = ['decided', 'executed', 'closed'];

/** Whether a document in this state may be circulated: nothing before its decision. */
export const isCirculable = (state: string): boolean => DECIDED.includes(state);

@Injectable()
export class CirculationSubjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly reading: DocumentReading,
    private readonly lifecycle: DocumentLifecycle,
    private readonly circulations: CirculationRows,
    private readonly concerned: ConcernedRows,
  ) {}

  /** Locks the subject for a circulation. @throws DomainError when there is none, or it may not be circulated */
  async open({ kind, id }: SubjectRef, actor: Actor, mode: CirculationMode): Promise<Subject> {
    const subject = kind === 'receipt' ? await this.receipt(id, actor, mode) : await this.document(id, actor, mode);
    if (mode === 'broadcast' && subject.confidential) throw refuse('intake.confidential-broadcast', {});
    return subject;
  }

  /**
   * Whether the actor may read it by right of its own, circulated or not. What is said in a circulation is about its subject: whoever
   * looks at the one is at the door of the other (LOG-1, LOG-6).
   */
  look({ kind, id }: SubjectRef, actor: Actor): Promise<boolean> {
    const door = kind === 'document' ? this.reading.readable(id, actor) : this.desk.read(id, actor);
    return door.then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError) return false;
        throw error;
      },
    );
  }

  /** Readers may read it for good. */
  async admit({ kind, id }: SubjectRef, staffNos: readonly string[]): Promise<void> {
    if (kind === 'document') await this.lifecycle.admit(staffNos.map((staffNo) => ({ documentId: id, staffNo })));
    else await this.concerned.admit(id, staffNos, await this.uow.now());
  }

  private async receipt(id: string, actor: Actor, mode: CirculationMode): Promise<Subject> {
    const row = await this.desk.open(id, actor, mode === 'reading' ? 'circulate' : 'broadcast');
    return {
      kind: 'receipt',
      id,
      title: row.subject,
      confidential: isSecretOn({ ...row, confidentialUntil: row.confidential_until }, actor.on),
      section: { code: row.section_code, name: row.section_name },
    };
  }

  private async document(id: string, actor: Actor, mode: CirculationMode): Promise<Subject> {
    await this.reading.readable(id, actor);
    const card = (await this.lifecycle.lock([id])).get(id);
    if (!card || !isCirculable(card.state)) throw refuse('intake.not-decided', { documentId: id });
    if (card.drafter.staffNo !== actor.staffNo && !handles(actor, card.section.code))
      throw refuse('intake.not-yours-to-circulate', {});
    const running = (await this.circulations.of('document', id)).some(
      (one) => one.mode === 'reading' && one.completed_at === null && one.stopped_at === null,
    );
    if (running && mode === 'reading') throw refuse('intake.reading-runs', {});
    const confidential = isSecretOn(card.attributes, actor.on);
    return { kind: 'document', id, title: card.title, confidential, section: card.section };
  }
}
