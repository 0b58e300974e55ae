import { Injectable } from '@nestjs/common';
import type { DomainError, Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { type Quarantined, quarantineKey } from '@fubako/platform/object-store';

export interface SendingRow {
  readonly id: string;
  readonly staff_no: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly started_at: Date;
  readonly upload_id: string | null;
  /** 検査待ち: when the scanner first did not answer. */
  readonly waiting_since: Date | null;
  /** What it was refused for after it had waited. */
  readonly refusal: Refusal | null;
  readonly refused_at: Date | null;
}

/** Code and facts of a refusal; its words are made for each reader. */
export type Refusal = Pick<DomainError, 'code' | 'facts'>;

const COLUMNS = sql`s.id, s.staff_no, s.file_name, s.bytes, s.started_at, s.upload_id, s.waiting_since, s.refusal, s.refused_at`;

interface PieceRow {
  readonly bytes: number;
  readonly object_id: string;
  readonly sha256: Sha256Hex;
  readonly chunk_hashes: Buffer;
}

/** 送信 and the pieces that have come. */
@Injectable()
export class SendingRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(row: Pick<SendingRow, 'id' | 'staff_no' | 'file_name' | 'bytes' | 'started_at'>): Promise<void> {
    await this.uow.change(sql`
      insert into scans.sending (id, staff_no, file_name, bytes, started_at)
      values (${row.id}, ${row.staff_no}, ${row.file_name}, ${row.bytes}, ${row.started_at})`);
  }

  /** Null for anybody but the sender (SCN-9). */
  find(id: string, staffNo: string): Promise<SendingRow | null> {
    return this.uow.maybe<SendingRow>(sql`
      select ${COLUMNS} from scans.sending s
      where id = ${id} and staff_no = ${staffNo}`);
  }

  /** Those that this person has not finished, the oldest first. */
  unfinished(staffNo: string): Promise<SendingRow[]> {
    return this.uow.rows<SendingRow>(sql`
      select ${COLUMNS} from scans.sending s
      where staff_no = ${staffNo} and upload_id is null and refusal is null order by started_at, id`);
  }

  /** Those, and of what its sender was told to wait for: what came in, as long as it was not used, and what was refused. */
  listed(staffNo: string): Promise<SendingRow[]> {
    return this.uow.rows<SendingRow>(sql`
      select ${COLUMNS} from scans.sending s
      where s.staff_no = ${staffNo} and (s.upload_id is null
        or (s.waiting_since is not null and exists (select from scans.upload u where u.id = s.upload_id and u.used_at is null)))
      order by s.started_at, s.id`);
  }

  /** In order. */
  async pieces(sendingId: string): Promise<Quarantined[]> {
    const rows = await this.uow.rows<PieceRow>(sql`
      select bytes, object_id, encode(sha256, 'hex') as sha256, chunk_hashes
      from scans.sending_piece where sending_id = ${sendingId} order by n`);
    return rows.map(({ bytes, object_id, sha256, chunk_hashes }) => ({
      key: quarantineKey(object_id),
      bytes,
      sha256,
      chunkHashes: chunk_hashes,
    }));
  }

  /** @returns false when the piece is there already, or the sending is gone or ended */
  async addPiece(sendingId: string, n: number, { key, bytes, sha256, chunkHashes }: Quarantined): Promise<boolean> {
    const added = await this.uow.maybe<{ n: number }>(sql`
      insert into scans.sending_piece (sending_id, n, bytes, object_id, sha256, chunk_hashes)
      select id, ${n}, ${bytes}, ${key.slice(key.lastIndexOf('/') + 1)}, decode(${sha256}, 'hex'), ${chunkHashes}
      from scans.sending where id = ${sendingId} and upload_id is null and refusal is null for share
      on conflict (sending_id, n) do nothing returning n`);
    return added !== null;
  }

  /** @returns false when another request ended it first */
  async end(sendingId: string, uploadId: string): Promise<boolean> {
    const ended = await this.uow.maybe<{ id: string }>(sql`
      update scans.sending set upload_id = ${uploadId} where id = ${sendingId} and upload_id is null and refusal is null returning id`);
    return ended !== null;
  }

  async markWaiting(sendingId: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update scans.sending set waiting_since = coalesce(waiting_since, ${at})
      where id = ${sendingId} and upload_id is null and refusal is null`);
  }

  /** Nothing of it can come in any more; its pieces go. @returns false when it has ended already */
  async refuse(sendingId: string, { code, facts }: Refusal, at: Date): Promise<boolean> {
    const refused = await this.uow.maybe<{ id: string }>(sql`
      update scans.sending set refused_at = ${at}, refusal = ${JSON.stringify({ code, facts })}::jsonb
      where id = ${sendingId} and upload_id is null and refusal is null returning id`);
    if (refused) await this.dropPieces(sendingId);
    return refused !== null;
  }

  /** Those from before `cutoff` that the scanner never answered for. */
  unanswered(cutoff: Date, limit: number): Promise<SendingRow[]> {
    return this.uow.rows<SendingRow>(sql`
      select ${COLUMNS} from scans.sending s
      where waiting_since is not null and upload_id is null and refusal is null and started_at < ${cutoff}
      order by started_at limit ${limit} for update skip locked`);
  }

  /** Whole, and without an answer of the scanner; in no order, so that one that it never judges holds nobody up. */
  waiting(): Promise<SendingRow[]> {
    return this.uow.rows<SendingRow>(sql`
      select ${COLUMNS} from scans.sending s
      where waiting_since is not null and upload_id is null and refusal is null order by random() limit 200`);
  }

  async dropPieces(sendingId: string): Promise<void> {
    await this.uow.change(sql`delete from scans.sending_piece where sending_id = ${sendingId}`);
  }

  async drop(sendingId: string): Promise<void> {
    await this.uow.change(sql`delete from scans.sending where id = ${sendingId}`);
  }

  /**
   * Takes away those from before `cutoff`, and what was refused before it; pieces are older than the quarantine keeps them,
   * or soon will be. What waits is ended first (`unanswered`).
   */
  async dropOld(cutoff: Date, limit: number): Promise<number> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      delete from scans.sending where id in (
        select id from scans.sending
        where started_at < ${cutoff} and coalesce(refused_at, started_at) < ${cutoff}
        order by started_at limit ${limit} for update skip locked)
      returning id`);
    return rows.length;
  }
}
