import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Quarantined, StageClock } from '@fubako/platform/object-store';
import { digestOfPieces, piecesOf } from '../core/pieces';
import { type SendingRow, SendingRows } from '../data/sending-rows';
import { UploadRows } from '../data/upload-rows';
import { refuse } from '../errors';
import { CustodyDesk } from './custody-desk';
import { ReceiveUpload } from './receive-upload';
import { RefuseWaiting } from './refuse-waiting';
import type { ReceivedUpload } from './register-upload';

interface Ending {
  readonly staffNo: string;
  readonly sendingId: string;
  /** `digestOfPieces` of the sender's own file; null when it could not hash. */
  readonly digest: string | null;
}

/** What may pass by itself, so that the pieces are kept and the end can be asked for again. */
const PASSING = new Set([
  'objects.unavailable',
  'scans.not-kept',
  'scans.being-removed',
  'scans.quota-exceeded',
  'scans.scan-waiting',
]);

/** All pieces are here: the file is put together, checked and kept like one that came in one request (SCN-41). */
@Injectable()
export class EndSending {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly uploads: UploadRows,
    private readonly custody: CustodyDesk,
    private readonly receive: ReceiveUpload,
    private readonly refusing: RefuseWaiting,
  ) {}

  /** Asked again, it answers the same. @throws DomainError one of `scans.*` */
  async run(ending: Ending, clock: StageClock): Promise<ReceivedUpload> {
    const { row, pieces } = await this.uow.read(() => this.whole(ending));
    if (row.upload_id !== null) return this.became(row.upload_id);
    if (row.refusal) throw new DomainError(row.refusal.code, row.refusal.facts);
    try {
      if (ending.digest !== null && ending.digest !== digestOfPieces(pieces.map(({ sha256 }) => sha256)))
        throw refuse('scans.sending-changed', {});
      const upload = await this.receive.run(this.fileOf(row, pieces), clock);
      await this.uow.run(() => this.rows.dropPieces(row.id));
      await this.discard(pieces);
      return upload;
    } catch (error) {
      return this.afterRefusal(error, ending, pieces);
    }
  }

  private async whole({ sendingId, staffNo }: Ending): Promise<{ row: SendingRow; pieces: Quarantined[] }> {
    const row = await this.rows.find(sendingId, staffNo);
    if (!row) throw refuse('scans.unknown-sending', {});
    const pieces = await this.rows.pieces(sendingId);
    if (row.upload_id === null && row.refusal === null && pieces.length < piecesOf(row.bytes))
      throw refuse('scans.sending-incomplete', {});
    return { row, pieces };
  }

  private fileOf(row: SendingRow, pieces: readonly Quarantined[]): Parameters<ReceiveUpload['run']>[0] {
    return {
      staffNo: row.staff_no,
      nameHeader: encodeURIComponent(row.file_name),
      announcedBytes: row.bytes,
      body: Readable.from(this.bytesOf(pieces), { objectMode: false }),
      registered: async (uploadId) => {
        if (!(await this.rows.end(row.id, uploadId))) throw refuse('scans.sending-ended', {});
      },
    };
  }

  private async *bytesOf(pieces: readonly Quarantined[]): AsyncGenerator<Buffer> {
    for (const piece of pieces) yield* (await this.custody.openQuarantined(piece)) as AsyncIterable<Buffer>;
  }

  /** Another request that ended it first answers for both; what can never become a file is given up, and is told where it waited. */
  private async afterRefusal(
    error: unknown,
    { sendingId, staffNo }: Ending,
    pieces: readonly Quarantined[],
  ): Promise<ReceivedUpload> {
    const row = await this.uow.read(() => this.rows.find(sendingId, staffNo));
    if (row?.upload_id) return this.became(row.upload_id);
    if (error instanceof DomainError && error.code === 'scans.scan-waiting')
      await this.uow.run(async () => this.rows.markWaiting(sendingId, await this.uow.now()));
    if (!(error instanceof DomainError) || PASSING.has(error.code)) throw error;
    if (row?.waiting_since) await this.refusing.run(row, error);
    else await this.uow.run(() => this.rows.drop(sendingId));
    await this.discard(pieces);
    throw error;
  }

  private became(uploadId: string): Promise<ReceivedUpload> {
    return this.uow.read(async () => {
      const upload = await this.uploads.received(uploadId);
      if (!upload) throw refuse('scans.unknown-sending', {});
      return upload;
    });
  }

  private async discard(pieces: readonly Quarantined[]): Promise<void> {
    for (const piece of pieces) await this.custody.discard(piece);
  }
}
