import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import type { RecordSubjects } from '../../data/record-lock-rows';
import { KeptFileRows } from '../../data/keeping/kept-file-rows';
import { type ReckonedRow, ReckoningRows } from '../../data/keeping/reckoning-rows';
import { refuse } from '../../errors';
import { type Attempt, HoldGuard } from '../hold-guard';
import { KeepingRights } from './keeping-rights';
import { type Planned, isOwn } from './reckoning';

export interface ChangeNote {
  readonly kind: string;
  readonly actor: Actor;
  readonly facts: Record<string, unknown>;
}

/** A file or a document on the desk of somebody who changes its dates: locked, there, within rights, not shortened under a hold. */
@Injectable()
export class FileDesk {
  constructor(
    private readonly documents: DocumentReading,
    private readonly files: KeptFileRows,
    private readonly records: ReckoningRows,
    private readonly rights: KeepingRights,
    private readonly guard: HoldGuard,
    private readonly ledger: Ledger,
  ) {}

  lock(subjects: RecordSubjects): Promise<void> {
    return this.guard.lock(subjects);
  }

  /** @throws DomainError records.file-not-found, documents.not-found, records.not-filed, records.not-yours-to-keep, records.gone */
  async rows(target: { readonly fileId?: string; readonly documentId?: string }, actor: Actor): Promise<ReckonedRow[]> {
    return target.documentId === undefined
      ? this.ofFile(target.fileId ?? '', actor)
      : [await this.ofDocument(target.documentId, actor)];
  }

  async ofDocument(documentId: string, actor: Actor): Promise<ReckonedRow> {
    await this.documents.readable(documentId, actor);
    const row = await this.records.ofDocument(documentId);
    if (!row) throw refuse('records.not-filed', { documentId });
    await this.rights.assertKeeper(actor, row.sectionCode);
    if (!row.isThere) throw refuse('records.gone', { ids: [documentId] });
    return row;
  }

  async ofFile(fileId: string, actor: Actor): Promise<ReckonedRow[]> {
    const file = await this.files.find(fileId);
    if (!file) throw refuse('records.file-not-found', { fileId });
    await this.rights.assertKeeper(actor, file.sectionCode);
    if (file.state !== 'open' && file.state !== 'closed') throw refuse('records.gone', { ids: [fileId] });
    return this.records.ofFile(fileId);
  }

  /** Whether all of these documents are for the eyes of whoever works on them. */
  async mayRead(documentIds: readonly string[], actor: Actor): Promise<boolean> {
    return (await this.documents.readableTitles(documentIds, actor)).size === new Set(documentIds).size;
  }

  /** What becomes shorter must not be held. @throws DomainError records.held */
  async passShortened(planned: readonly Planned[], attempt: Attempt): Promise<void> {
    const shorter = planned.filter(({ isShorter }) => isShorter);
    const documentIds = shorter.flatMap((one) => (isOwn(one) ? [] : [one.row.documentId]));
    const fileIds = shorter.filter(isOwn).map(({ row }) => row.id);
    if (shorter.length > 0) await this.guard.refuseHeld({ fileIds, documentIds }, attempt);
  }

  /** Every document, and a file of paper for itself, keeps in the ledger what became of its dates. */
  note(planned: readonly Planned[], { kind, actor, facts }: ChangeNote): void {
    this.ledger.record(
      ...planned.map((one) => ({
        subject: isOwn(one) ? { kind: 'record-file', id: one.row.id } : { kind: 'document', id: one.row.documentId },
        kind,
        actor: actor.staffNo,
        facts: {
          ...facts,
          ...(isOwn(one) ? {} : { file: one.row.fileId }),
          expiredBefore: one.row.expiresOn,
          ...datesOf(one.after),
        },
      })),
    );
  }
}

const datesOf = ({ startsOn, expiresOn }: { startsOn: LocalDate | null; expiresOn: LocalDate | null }) => ({
  startsOn,
  expiresOn,
});
