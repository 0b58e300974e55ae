import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import type { Quarantined } from '@fubako/platform/object-store';
import { MOST_SENDINGS, PIECE_BYTES } from '../core/pieces';
import { type SendingRow, SendingRows } from '../data/sending-rows';
import { refuse } from '../errors';
import { CustodyDesk } from './custody-desk';
import { ReceiveUpload } from './receive-upload';
import { refusalWords } from './refusal-words';
import type { SendingView } from './sendings.views.dto';

interface Announced {
  readonly staffNo: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** 送信: files on their way in pieces. Each is its sender's alone; to others it does not exist (SCN-9, SCN-41). */
@Injectable()
export class Sendings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly custody: CustodyDesk,
    private readonly receive: ReceiveUpload,
  ) {}

  /** Everything that can be refused is refused here, before the first byte. @throws DomainError one of `scans.*` */
  async start({ staffNo, fileName, bytes }: Announced): Promise<SendingView> {
    this.receive.checkClaim({ nameHeader: percentEncoded(fileName), announcedBytes: bytes });
    await this.custody.seeRoom(bytes);
    return this.uow.run(async () => {
      const { length } = await this.rows.unfinished(staffNo);
      if (length >= MOST_SENDINGS) throw refuse('scans.too-many-sendings', { most: MOST_SENDINGS });
      const row = { id: newId<string>(), staff_no: staffNo, file_name: fileName, bytes };
      const startedAt = await this.uow.now();
      await this.rows.insert({ ...row, started_at: startedAt });
      return sendingView({ ...row, started_at: startedAt, ...NOT_YET_ENDED }, [], 'ja');
    });
  }

  of(id: string, staffNo: string, language: Language): Promise<SendingView> {
    return this.uow.read(async () => sendingView(await this.demand(id, staffNo), await this.rows.pieces(id), language));
  }

  /** Half-sent ones, those that wait for the scanner, and what became of those: refused, or not attached yet (SCN-32). */
  mine(staffNo: string, language: Language): Promise<SendingView[]> {
    return this.uow.read(async () => {
      const views: SendingView[] = [];
      for (const row of await this.rows.listed(staffNo))
        views.push(sendingView(row, await this.rows.pieces(row.id), language));
      return views;
    });
  }

  /** Given up by its sender. What it became, if anything, is not touched. */
  async drop(id: string, staffNo: string): Promise<void> {
    const pieces = await this.uow.run(async () => {
      await this.demand(id, staffNo);
      const held = await this.rows.pieces(id);
      await this.rows.drop(id);
      return held;
    });
    for (const piece of pieces) await this.custody.discard(piece);
  }

  /** @throws DomainError scans.unknown-sending */
  async demand(id: string, staffNo: string): Promise<SendingRow> {
    const row = await this.rows.find(id, staffNo);
    if (!row) throw refuse('scans.unknown-sending', {});
    return row;
  }
}

const NOT_YET_ENDED = { upload_id: null, waiting_since: null, refusal: null, refused_at: null };

function sendingView(row: SendingRow, pieces: readonly Quarantined[], language: Language): SendingView {
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: row.bytes,
    received: pieces.reduce((sum, { bytes }) => sum + bytes, 0),
    pieceBytes: PIECE_BYTES,
    pieces: pieces.map(({ sha256 }) => sha256),
    startedAt: row.started_at.toISOString(),
    waitingSince: row.waiting_since?.toISOString() ?? null,
    refusal: refusalOf(row, language),
    uploadId: row.upload_id,
  };
}

function refusalOf({ refusal, refused_at }: SendingRow, language: Language): SendingView['refusal'] {
  if (!refusal || !refused_at) return null;
  return { at: refused_at.toISOString(), code: refusal.code, ...refusalWords(refusal, language) };
}

/** As `X-File-Name` carries it; a broken surrogate becomes what can never be decoded, and is refused as such. */
function percentEncoded(fileName: string): string {
  try {
    return encodeURIComponent(fileName);
  } catch {
    return '%ff';
  }
}
