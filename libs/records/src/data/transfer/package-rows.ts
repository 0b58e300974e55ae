import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Quarantined, parseObjectKey } from '@fubako/platform/object-store';

export const PACKAGE_STATES = ['waiting', 'running', 'ready', 'failed'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

export interface PackageRow {
  readonly id: string;
  readonly batchId: string;
  readonly state: PackageState;
  readonly total: number;
  readonly done: number;
  readonly withheld: number;
  readonly orderedAt: Date;
  /** 職員番号 */
  readonly orderedBy: string;
  readonly orderedByName: string;
  readonly expiresAt: Date | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** Why it failed, or waits to be made again. */
  readonly fault: string | null;
  /** 秘密区分 of what the file holds. */
  readonly secrecies: readonly string[];
}

interface KeptObject {
  readonly key: string | null;
  readonly sha256: Quarantined['sha256'];
  readonly bytes: number;
  readonly chunkHashes: Buffer;
}

const COLUMNS = sql`id, batch_id as "batchId", state, total, done, withheld, ordered_at as "orderedAt", ordered_by as "orderedBy",
  ordered_by_name as "orderedByName", expires_at as "expiresAt", bytes, sha256, fault, secrecies`;

/** 移管資料. Every call is part of the caller's unit of work. */
@Injectable()
export class PackageRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many documents it will hold: paper is none of them */
  async insert(
    row: Pick<PackageRow, 'id' | 'batchId' | 'orderedAt' | 'orderedBy' | 'orderedByName'>,
    fileIds: readonly string[],
  ): Promise<number> {
    const { total } = await this.uow.one<{ total: number }>(sql`
      insert into records.transfer_package (id, batch_id, total, ordered_at, ordered_by, ordered_by_name)
      select ${row.id}, ${row.batchId}, count(*), ${row.orderedAt}, ${row.orderedBy}, ${row.orderedByName}
      from records.record where file_id = any(${fileIds}::uuid[]) returning total`);
    return total;
  }

  find(id: string): Promise<PackageRow | null> {
    return this.uow.maybe<PackageRow>(sql`select ${COLUMNS} from records.transfer_package where id = ${id}`);
  }

  /** The latest that somebody has ordered for a batch. */
  latest(batchId: string, orderedBy: string): Promise<PackageRow | null> {
    return this.uow.maybe<PackageRow>(sql`
      select ${COLUMNS} from records.transfer_package where batch_id = ${batchId} and ordered_by = ${orderedBy}
      order by ordered_at desc, id desc limit 1`);
  }

  async progress(id: string, { done, withheld }: { done: number; withheld: number }): Promise<void> {
    await this.uow.change(sql`
      update records.transfer_package set state = 'running', done = ${done}, withheld = ${withheld}
      where id = ${id} and state in ('waiting', 'running')`);
  }

  /** @returns false when another run was quicker */
  async finish(
    id: string,
    { key, sha256, bytes, chunkHashes }: Quarantined,
    made: { readonly expiresAt: Date; readonly secrecies: readonly string[] },
  ): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update records.transfer_package set state = 'ready', fault = null, secrecies = ${made.secrecies}::text[],
        expires_at = ${made.expiresAt}, object_key = ${key}, sha256 = ${sha256}, bytes = ${bytes}, chunk_hashes = ${chunkHashes}
      where id = ${id} and state in ('waiting', 'running')`);
    return changed === 1;
  }

  /** It could not be made now, and is tried again. */
  async wait(id: string, fault: string): Promise<void> {
    await this.uow.change(sql`
      update records.transfer_package set state = 'waiting', fault = ${fault} where id = ${id} and state in ('waiting', 'running')`);
  }

  async fail(id: string, fault: string): Promise<void> {
    await this.uow.change(sql`
      update records.transfer_package set state = 'failed', fault = ${fault} where id = ${id} and state in ('waiting', 'running')`);
  }

  async object(id: string): Promise<Quarantined | null> {
    const row = await this.uow.maybe<KeptObject>(
      sql`select object_key as key, sha256, bytes, chunk_hashes as "chunkHashes" from records.transfer_package where id = ${id}`,
    );
    const key = row?.key ? parseObjectKey(row.key) : null;
    return row && key ? { ...row, key } : null;
  }
}
