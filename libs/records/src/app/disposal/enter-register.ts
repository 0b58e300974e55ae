import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { DocumentLifecycle, DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { type EntryDocument, type EntryFile, EntryRows } from '../../data/disposal/entry-rows';
import type { ItemRow } from '../../data/disposal/item-rows';
import { RecordLockRows } from '../../data/record-lock-rows';

export interface Entered {
  readonly entryId: string;
  readonly documentIds: readonly string[];
  readonly sha256s: readonly string[];
}

/** 廃棄簿 and 移管簿: one entry for each file, with every document and the hash of every file it carried (RULE-85). Part of the caller's unit. */
@Injectable()
export class EnterRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly lifecycle: DocumentLifecycle,
    private readonly rows: EntryRows,
    private readonly locks: RecordLockRows,
    private readonly ledger: Ledger,
  ) {}

  async run(
    item: ItemRow,
    batch: BatchRow,
    { kind, by }: { kind: 'destroyed' | 'transferred'; by: { staffNo: string; name: string } },
  ): Promise<Entered> {
    const documents = await this.describe(await this.locks.documentsIn(item.fileId));
    const entryId = newId<string>();
    const { documentId: decisionId, decidedAt, decidedByName } = batch;
    if (decisionId === null || decidedAt === null) throw new Error(`Batch ${batch.id} was not decided.`);
    const [decision] = await this.documents.cards([decisionId]);
    const { id: itemId, ...file } = item;
    await this.rows.insert(
      {
        ...file,
        id: entryId,
        itemId,
        kind,
        decisionId,
        decisionNumber: decision?.draftNumber ?? null,
        decidedByName: decidedByName ?? '',
        decidedAt,
        executedBy: by.staffNo,
        executedName: by.name,
        executedAt: await this.uow.now(),
      },
      documents,
    );
    this.note(item, documents, { entryId, kind, by: by.staffNo });
    const sha256s = [...new Set(documents.flatMap(({ files }) => files.map(({ sha256 }) => sha256)))];
    return { entryId, documentIds: documents.map(({ documentId }) => documentId), sha256s };
  }

  private async describe(documentIds: readonly string[]): Promise<EntryDocument[]> {
    // Locked: no file comes in between what is entered here and what happens to the documents (RULE-61).
    const cards = [...(await this.lifecycle.lock(documentIds)).values()];
    const files = new Map<string, EntryFile[]>(documentIds.map((id) => [id, []]));
    for (const { documentId, ...carried } of await this.documents.everCarried(documentIds))
      files.get(documentId)?.push(carried);
    return cards.map((card) => ({
      documentId: card.id,
      number: card.dispatchNumber ?? card.draftNumber,
      title: card.title,
      decidedOn: localDateAt(card.decidedAt ?? card.draftedAt),
      contentDigest: card.contentDigest?.toString('hex') ?? null,
      files: files.get(card.id) ?? [],
    }));
  }

  private note(
    item: ItemRow,
    documents: readonly EntryDocument[],
    { entryId, kind, by }: { entryId: string; kind: string; by: string },
  ): void {
    const facts = { entry: entryId, batch: item.batchId };
    this.ledger.record(
      {
        subject: { kind: 'record-file', id: item.fileId },
        kind: `records.${kind}`,
        actor: by,
        facts: { ...facts, documents: documents.length },
      },
      ...documents.map(({ documentId, files }) => ({
        subject: { kind: 'document', id: documentId },
        kind: `records.${kind}`,
        actor: by,
        facts: { ...facts, objects: files.map(({ sha256 }) => sha256) },
      })),
    );
  }
}
