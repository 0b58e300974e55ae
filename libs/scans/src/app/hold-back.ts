import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Quarantined, ReceivedFile } from '@fubako/platform/object-store';
import { MOST_SENDINGS, PIECE_BYTES, piecesOf } from '../core/pieces';
import { SendingRows } from '../data/sending-rows';
import { CustodyDesk } from './custody-desk';

/** 検査待ち: a file that came in one request and that the scanner could not judge stays in quarantine, as if it had come in pieces. */
@Injectable()
export class HoldBack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly custody: CustodyDesk,
  ) {}

  async run(file: ReceivedFile, sender: { readonly staffNo: string; readonly fileName: string }): Promise<void> {
    const { length } = await this.uow.read(() => this.rows.unfinished(sender.staffNo));
    if (length >= MOST_SENDINGS) return;
    const pieces: Quarantined[] = [];
    for (let n = 0; n < piecesOf(file.bytes); n += 1) {
      const start = n * PIECE_BYTES;
      const expectedBytes = Math.min(PIECE_BYTES, file.bytes - start);
      const body = createReadStream(file.path, { start, end: start + expectedBytes - 1 });
      pieces.push(await this.custody.deposit(body, { maxBytes: PIECE_BYTES, expectedBytes }));
    }
    await this.uow.run(async () => {
      const at = await this.uow.now();
      const id = newId<string>();
      const row = { id, staff_no: sender.staffNo, file_name: sender.fileName, bytes: file.bytes, started_at: at };
      await this.rows.insert(row);
      for (const [n, piece] of pieces.entries()) await this.rows.addPiece(id, n, piece);
      await this.rows.markWaiting(id, at);
    });
  }
}
