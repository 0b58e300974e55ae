import { Injectable } from '@nestjs/common';
import type { MatterDeciding } from '@fubako/approvals/events';
import { type LocalDate, localDateAt, newId } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type FileKey, fileOf, isCompleteAtDecision, retentionOfRecord, spell } from '../core/filing';
import { type NewFile, type OpenFileRow, RecordFileRows } from '../data/record-file-rows';
import type { NewRecord } from '../data/record-rows';
import { FiledRecords } from './filed-records';
import { HoldingClasses } from './plan/holding-classes';

interface DecidedDocument {
  readonly card: DocumentCard;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
  readonly key: FileKey;
}

/**
 * 編てつ: what is decided is in its file when the decision commits; there is no decided document outside the archive.
 * Set-based: fifty decisions cost as many statements as one.
 */
@Injectable()
export class FileDecidedDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly classes: HoldingClasses,
    private readonly files: RecordFileRows,
    private readonly filed: FiledRecords,
    private readonly ledger: Ledger,
  ) {}

  run(matters: readonly MatterDeciding[]): Promise<void> {
    return this.uow.run(async () => {
      const decided = await this.look(matters);
      if (decided.length === 0) return;
      const [files, complete] = await Promise.all([this.filesFor(decided), this.complete(decided)]);
      const today = localDateAt(await this.uow.now());
      const records = decided.map((one) => recordOf(one, fileFor(one, files), { complete, today }));
      await this.filed.add(records, await this.uow.now());
      this.ledger.record(...records.map(filedNote));
    });
  }

  private async look(matters: readonly MatterDeciding[]): Promise<DecidedDocument[]> {
    const cards = await this.documents.cards(matters.map(({ documentId }) => documentId));
    const byId = new Map(cards.map((card) => [card.id, card]));
    return matters.map(({ documentId, decidedAt, decidedBy }) => {
      const card = byId.get(documentId);
      if (!card) throw new Error(`Document ${documentId} was decided but does not exist.`);
      const decidedOn = localDateAt(new Date(decidedAt));
      const key = fileOf({ classCode: card.attributes.classCode, sectionCode: card.section.code }, decidedOn);
      return { card, decidedOn, decidedBy: decidedBy.staffNo, key };
    });
  }

  /** The files that the documents belong to, by spelled key; those that are missing are opened. */
  private async filesFor(decided: readonly DecidedDocument[]): Promise<ReadonlyMap<string, OpenFileRow>> {
    const wanted = new Map(decided.map((one) => [spell(one.key), one]));
    const keys = [...wanted.values()].map(({ key }) => key);
    const present = await this.files.current(keys);
    const missing = [...wanted].filter(([spelled]) => !present.has(spelled)).map(([, one]) => one);
    if (missing.length === 0) return present;
    await this.open(missing);
    return this.files.current(keys);
  }

  private async open(missing: readonly DecidedDocument[]): Promise<void> {
    const classes = await this.classes.now([...new Set(missing.map(({ key }) => key.classCode))]);
    const files = missing.map(({ card, key }): NewFile => {
      const held = classes.get(key.classCode);
      if (!held) throw new Error(`Class ${key.classCode} of document ${card.id} cannot hold documents.`);
      const { name: title, code: _, retentionLabel: __, ...terms } = held;
      return { id: newId<string>(), ...key, sectionName: card.section.name, title, ...terms };
    });
    const inOrder = files.toSorted((a, b) => (spell(a) < spell(b) ? -1 : 1));
    const opened = await this.files.open(inOrder, await this.uow.now());
    this.ledger.record(...inOrder.filter(({ id }) => opened.has(id)).map(openedNote));
  }

  /** Ids of documents that are complete with their decision, by the matter type that each of them keeps. */
  private async complete(decided: readonly DecidedDocument[]): Promise<ReadonlySet<string>> {
    const complete = new Set<string>();
    for (const { card } of decided) {
      const { execution } = await this.documents.matterType(card);
      if (isCompleteAtDecision(execution)) complete.add(card.id);
    }
    return complete;
  }
}

function fileFor({ key }: DecidedDocument, files: ReadonlyMap<string, OpenFileRow>): OpenFileRow {
  const file = files.get(spell(key));
  if (!file) throw new Error(`The file ${spell(key)} was opened but is not there.`);
  return file;
}

function recordOf(
  { card, decidedOn, decidedBy }: DecidedDocument,
  file: OpenFileRow,
  { complete, today }: { readonly complete: ReadonlySet<string>; readonly today: LocalDate },
): NewRecord {
  const days = { decidedOn, closedOn: decidedOn, eventOn: null, fiscalYear: file.fiscalYear };
  return {
    documentId: card.id,
    fileId: file.id,
    filedBy: decidedBy,
    medium: card.attributes.medium,
    retentionClass: file.retentionClass,
    basis: file.basis,
    decidedOn,
    closedOn: decidedOn,
    provisional: !complete.has(card.id),
    retention: retentionOfRecord(file, days, today),
  };
}

function filedNote({ documentId, fileId, filedBy, retentionClass, provisional, retention }: NewRecord) {
  const { startsOn, expiresOn } = retention;
  const facts = { file: fileId, retention: retentionClass, provisional, startsOn, expiresOn };
  return { subject: { kind: 'document', id: documentId }, kind: 'records.filed', actor: filedBy, facts };
}

function openedNote({ id, classCode, sectionCode, fiscalYear, retentionClass }: NewFile) {
  const facts = { class: classCode, section: sectionCode, fiscalYear, retention: retentionClass };
  return { subject: { kind: 'record-file', id }, kind: 'records.file-opened', actor: 'system:filing', facts };
}
