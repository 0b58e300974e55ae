import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type TakenUpload, Uploads } from '@fubako/scans';
import { isBackDated } from '../core/arrival';
import { scannedLater, type ScanInlet, SENDER_UNKNOWN, subjectOf } from '../core/scan-inlet';
import { type FileSight, ScanArrivalRows } from '../data/scan-arrival-rows';
import { EnterReceipt } from './enter-receipt';
import { KeepReceiptFiles } from './keep-receipt-files';
import { SCANNER, ScannedLetters } from './scanned-letters';

export interface ScannedFile extends FileSight {
  /** Of the row that says what became of it. */
  readonly id: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

export interface ScannedContent {
  /** SHA-256 of what the scanner laid down. */
  readonly scanned: string;
  /** Uploads of the file itself, or of its parts in their order. */
  readonly uploadIds: readonly string[];
}

/** A scanned file becomes a receipt of its section, which receives it as anything else that arrives (RULE-01). */
@Injectable()
export class EnterScannedFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ScanArrivalRows,
    private readonly uploads: Uploads,
    private readonly enter: EnterReceipt,
    private readonly files: KeepReceiptFiles,
    private readonly letters: ScannedLetters,
  ) {}

  /**
   * All of it becomes receipts and is known as taken, or nothing of it.
   * @throws DomainError intake.unknown-section, intake.unknown-kind
   */
  run(inlet: ScanInlet, file: ScannedFile, { scanned, uploadIds }: ScannedContent): Promise<'taken' | 'repeated'> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const arrivedAt = file.modifiedAt > at ? at : file.modifiedAt;
      if (!(await this.rows.claim({ ...file, arrivedAt, notedAt: at }, scanned))) return 'repeated';
      for (const [index, uploadId] of uploadIds.entries()) {
        const part = { n: index + 1, of: uploadIds.length };
        const letter = await this.uploads.take(uploadId, SCANNER);
        const receiptId = await this.becomeReceipt(inlet, { file, letter, part, arrivedAt });
        await this.rows.became(file.id, receiptId, part.n);
        await this.letters.announce(receiptId, { inlet, scanned, part: part.n, at });
      }
      return 'taken';
    });
  }

  private async becomeReceipt(inlet: ScanInlet, { file, letter, part, arrivedAt }: Letter): Promise<string> {
    const at = await this.uow.now();
    const id = newId<string>();
    const { section, actor } = await this.letters.to(inlet, at);
    await this.enter.run(
      { id, actor, section, at },
      {
        kind: inlet.kind,
        channel: inlet.channel,
        subject: subjectOf(file.fileName, part),
        sender: SENDER_UNKNOWN,
        arrivalAt: arrivedAt.toISOString(),
        backDatingReason: isBackDated(arrivedAt, at) ? scannedLater(inlet) : null,
      },
    );
    await this.files.keep({ receiptId: id, actor, at }, letter, null);
    return id;
  }
}

interface Letter {
  readonly file: ScannedFile;
  readonly letter: TakenUpload;
  readonly part: { readonly n: number; readonly of: number };
  readonly arrivedAt: Date;
}
