import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Quarantined, parseObjectKey } from '@fubako/platform/object-store';
import type { SavedConditions } from './saved-search-rows';

export const EXPORT_KINDS = ['list', 'package'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export interface ExportOrder {
  readonly id: string;
  readonly staffNo: string;
  readonly kind: ExportKind;
  readonly conditions: SavedConditions;
  readonly reason: string;
  readonly state: ExportState;
  readonly total: number;
  readonly done: number;
  /** Why it failed, or waits to be made again. */
  readonly fault: string | null;
  readonly orderedAt: Date;
  readonly expiresAt: Date | null;
  readonly bytes: number | null;
  /** 秘密区分 of what the file holds. */
  readonly secrecies: readonly string[];
}

interface KeptObject {
  readonly key: string | null;
  readonly sha256: Quarantined['sha256'];
  readonly bytes: number;
  readonly chunkHashes: Buffer;
}

const COLUMNS = sql`id, staff_no as "staffNo", kind, conditions, reason, state, total, done, fault, ordered_at as "orderedAt",
  expires_at as "expiresAt", bytes, secrecies`;

/** 書き出し. Every call is part of the caller's unit of work. */
@Injectable()
export class ExportRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(order: Pick<ExportOrder, 'id' | 'staffNo' | 'kind' | 'conditions' | 'reason' | 'total'>): Promise<void> {
    await this.uow.change(sql`
      insert into search.export (id, staff_no, kind, conditions, reason, total, ordered_at)
      values (${order.id}, ${order.staffNo}, ${order.kind}, ${JSON.stringify(order.conditions)}::jsonb, ${order.reason}, ${order.total},
        ${await this.uow.now()})`);
  }

  find(id: string): Promise<ExportOrder | null> {
    return this.uow.maybe<ExportOrder>(sql`select ${COLUMNS} from search.export where id = ${id}`);
  }

  ofPerson(staffNo: string, limit: number): Promise<ExportOrder[]> {
    return this.uow.rows<ExportOrder>(sql`
      select ${COLUMNS} from search.export where staff_no = ${staffNo} order by ordered_at desc, id desc limit ${limit}`);
  }

  /** @returns false when it was cancelled meanwhile: stop then */
  async progress(id: string, done: number): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update search.export set state = 'running', done = ${done} where id = ${id} and state in ('waiting', 'running')`);
    return changed === 1;
  }

  /** @returns false when it was cancelled meanwhile */
  async finish(
    id: string,
    object: Quarantined,
    made: Pick<ExportOrder, 'done' | 'secrecies'> & { readonly expiresAt: Date },
  ): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update search.export set state = 'ready', fault = null, done = ${made.done}, secrecies = ${made.secrecies}::text[],
        expires_at = ${made.expiresAt}, object_key = ${object.key}, sha256 = ${object.sha256}, bytes = ${object.bytes}, chunk_hashes = ${object.chunkHashes}
      where id = ${id} and state in ('waiting', 'running')`);
    return changed === 1;
  }

  /** It could not be made now, and is tried again. */
  async wait(id: string, fault: string): Promise<void> {
    await this.uow.change(
      sql`update search.export set state = 'waiting', fault = ${fault} where id = ${id} and state = 'running'`,
    );
  }

  async fail(id: string, fault: string): Promise<void> {
    await this.uow.change(
      sql`update search.export set state = 'failed', fault = ${fault} where id = ${id} and state in ('waiting', 'running')`,
    );
  }

  /** @returns whether there was something to cancel */
  async cancel(id: string): Promise<boolean> {
    const changed = await this.uow.change(
      sql`update search.export set state = 'cancelled' where id = ${id} and state in ('waiting', 'running', 'ready')`,
    );
    return changed === 1;
  }

  async object(id: string): Promise<Quarantined | null> {
    const row = await this.uow.maybe<KeptObject>(
      sql`select object_key as key, sha256, bytes, chunk_hashes as "chunkHashes" from search.export where id = ${id}`,
    );
    const key = row?.key ? parseObjectKey(row.key) : null;
    return row && key ? { ...row, key } : null;
  }

  /** Those whose time has come; they are expired from now on. */
  async expire(at: Date): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`update search.export set state = 'expired' where state = 'ready' and expires_at <= ${at} returning id`,
    );
    return rows.map(({ id }) => id);
  }
}
