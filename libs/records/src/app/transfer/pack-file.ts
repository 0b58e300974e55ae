import { Injectable } from '@nestjs/common';
import { DrawApprovalSheet } from '@fubako/approvals';
import { DocumentReading, secrecyOn } from '@fubako/documents';
import { DomainError, type LocalDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type ZipFile, type ZippedFile, folderOf, safeName } from '@fubako/platform/zip';
import { Objects } from '@fubako/scans';
import type { TransferredFile } from '../../core/disposal/transfer-inventory';
import type { ItemRow } from '../../data/disposal/item-rows';
import { RecordLockRows } from '../../data/record-lock-rows';

export interface PackedDocument {
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string;
  readonly decidedOn: LocalDate | null;
  readonly files: readonly ZippedFile[];
}

export interface PackedFile {
  readonly item: ItemRow;
  /** What of it is paper. */
  readonly paper: TransferredFile;
  readonly folder: string;
  readonly documents: readonly PackedDocument[];
  /** Scans that stand for paper (RULE-92). */
  readonly scans: readonly ZippedFile[];
  /** Ids of documents that whoever ordered the package may not read. */
  readonly withheld: readonly string[];
  /** 秘密区分 of the documents. */
  readonly secrecies: readonly string[];
}

interface Place {
  /** Place of the file in the package, from 1. */
  readonly n: number;
  readonly actor: () => Promise<Actor>;
  /** After each document, with whether it was packed. */
  readonly after: (wasPacked: boolean) => Promise<void>;
}

const numbered = (index: number, name: string): string => `${String(index + 1).padStart(2, '0')}_${safeName(name)}`;

/** Puts one file into a package: of every document its sheet and its attachments, and the scans that stand for paper, byte for byte. */
@Injectable()
export class PackFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly records: RecordLockRows,
    private readonly reading: DocumentReading,
    private readonly sheet: DrawApprovalSheet,
    private readonly objects: Objects,
  ) {}

  async run(
    zip: ZipFile,
    { item, paper }: Pick<PackedFile, 'item' | 'paper'>,
    { n, actor, after }: Place,
  ): Promise<PackedFile> {
    const folder = folderOf(n, { number: item.classCode, title: item.title });
    const documents: PackedDocument[] = [];
    const withheld: string[] = [];
    const secrecies: string[] = [];
    for (const documentId of await this.uow.read(() => this.records.documentsIn(item.fileId))) {
      const packed = await this.document(zip, documentId, { folder, n: documents.length + 1, actor: await actor() });
      if (packed) {
        const { secrecy, ...document } = packed;
        documents.push(document);
        secrecies.push(secrecy);
      } else withheld.push(documentId);
      await after(packed !== null);
    }
    const scans = await this.scans(zip, paper, folder);
    return { item, paper, folder, documents, scans, withheld, secrecies };
  }

  private async scans(zip: ZipFile, { papers }: TransferredFile, folder: string): Promise<ZippedFile[]> {
    const packed: ZippedFile[] = [];
    for (const { scan } of papers)
      if (scan)
        packed.push(await this.object(zip, scan, `${folder}/紙の代替/${numbered(packed.length, scan.fileName)}`));
    return packed;
  }

  /** Byte for byte. */
  private async object(zip: ZipFile, { sha256 }: { readonly sha256: string }, path: string): Promise<ZippedFile> {
    const { stream } = await this.objects.open(sha256);
    const file = await zip.add(path, stream);
    if (file.sha256 !== sha256) throw new Error(`Object ${sha256} went into the package as other bytes.`);
    return file;
  }

  private async document(
    zip: ZipFile,
    documentId: string,
    { folder, n, actor }: { folder: string; n: number; actor: Actor },
  ): Promise<(PackedDocument & { readonly secrecy: string }) | null> {
    const found = await this.look(documentId, actor);
    if (!found) return null;
    const { card, attachments } = found;
    const number = card.dispatchNumber ?? card.draftNumber;
    const own = `${folder}/${folderOf(n, { number, title: card.title })}`;
    const { bytes } = await this.sheet.run(documentId, actor);
    const files = [await zip.add(`${own}/起案用紙.pdf`, [Buffer.from(bytes)])];
    for (const [index, { sha256, file_name }] of attachments.entries())
      files.push(await this.object(zip, { sha256 }, `${own}/${numbered(index, file_name)}`));
    const decidedOn = card.decidedAt ? localDateAt(card.decidedAt) : null;
    const secrecy = secrecyOn(card.attributes, actor.on);
    return { documentId, number, title: card.title, decidedOn, files, secrecy };
  }

  private look(documentId: string, actor: Actor) {
    return this.uow.read(async () => {
      try {
        const card = await this.reading.readable(documentId, actor);
        return { card, attachments: await this.reading.attachments([documentId]) };
      } catch (error) {
        if (error instanceof DomainError && error.code === 'documents.not-found') return null;
        throw error;
      }
    });
  }
}
