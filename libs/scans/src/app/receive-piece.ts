import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type Quarantined, SourceLengthDiffers } from '@fubako/platform/object-store';
import { bytesOfPiece, PIECE_BYTES } from '../core/pieces';
import { type SendingRow, SendingRows } from '../data/sending-rows';
import { refuse } from '../errors';
import { CustodyDesk } from './custody-desk';
import { Sendings } from './sendings';
import type { SendingView } from './sendings.views.dto';

export interface IncomingPiece {
  readonly staffNo: string;
  readonly sendingId: string;
  /** Which piece, from 0. */
  readonly n: number;
  readonly announcedBytes: number | null;
  /** SHA-256 in lower-case hexadecimal, as the sender computed it; null when it could not. */
  readonly sha256: string | null;
  readonly body: Readable;
}

/** One piece of a sending comes in, whole or not at all, each once and in order (SCN-41). */
@Injectable()
export class ReceivePiece {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sendings: Sendings,
    private readonly rows: SendingRows,
    private readonly custody: CustodyDesk,
  ) {}

  /** @throws DomainError scans.unknown-sending, scans.piece-out-of-turn, scans.piece-changed, scans.interrupted */
  async run(piece: IncomingPiece): Promise<SendingView> {
    const { staffNo, sendingId, n } = piece;
    const row = await this.uow.read(async () => this.checkTurn(await this.sendings.demand(sendingId, staffNo), piece));
    const deposit = await this.deposit(piece, bytesOfPiece(n, row.bytes) ?? 0);
    try {
      if (piece.sha256 !== null && piece.sha256 !== deposit.sha256) throw refuse('scans.piece-changed', {});
      // A rival brought the same piece meanwhile: one of them is kept, and which one makes no difference to the end.
      if (!(await this.uow.run(() => this.rows.addPiece(sendingId, n, deposit)))) await this.custody.discard(deposit);
    } catch (error) {
      await this.custody.discard(deposit);
      throw error;
    }
    return this.sendings.of(sendingId, staffNo, 'ja');
  }

  private async checkTurn(row: SendingRow, { n, announcedBytes }: IncomingPiece): Promise<SendingRow> {
    const { length } =
      row.upload_id === null && row.refusal === null ? await this.rows.pieces(row.id) : { length: Infinity };
    if (announcedBytes === null) throw refuse('scans.length-required', {});
    if (n !== length || announcedBytes !== bytesOfPiece(n, row.bytes)) throw refuse('scans.piece-out-of-turn', {});
    return row;
  }

  private async deposit({ body }: IncomingPiece, expectedBytes: number): Promise<Quarantined> {
    try {
      return await this.custody.deposit(body, { maxBytes: PIECE_BYTES, expectedBytes });
    } catch (error) {
      if (error instanceof SourceLengthDiffers) throw refuse('scans.interrupted', { expectedBytes });
      throw error;
    }
  }
}
