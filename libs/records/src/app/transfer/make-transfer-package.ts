import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError, type StaffNo } from '@fubako/kernel';
import { isWellLater } from '@fubako/ledger';
import { Actors } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { ZipFile } from '@fubako/platform/zip';
import { type PackageRow, PackageRows } from '../../data/transfer/package-rows';
import { refuse } from '../../disposal-errors';
import { type PackedFile, PackFile } from './pack-file';
import { PackageInventory } from './package-inventory';

/** Kept so long; the sweep of the store comes after a day. */
const KEPT_MS = 20 * 60 * 60_000;
/** The zip format without extensions ends at four gigabytes. */
const MOST_BYTES = 2 * 1024 ** 3;

/** TRANS-2 Makes 移管資料 in the worker, with the rights that its orderer has while it is made; safe to run twice. */
@Injectable()
export class MakeTransferPackage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: PackageRows,
    private readonly actors: Actors,
    private readonly packing: PackFile,
    private readonly inventory: PackageInventory,
    private readonly custody: Custody,
  ) {}

  async run(packageId: string): Promise<void> {
    const order = await this.uow.read(() => this.rows.find(packageId));
    if (!order || (order.state !== 'waiting' && order.state !== 'running')) return;
    const folder = await mkdtemp(join(tmpdir(), 'fubako-transfer-'));
    try {
      const path = join(folder, 'package.zip');
      const packed = await this.write(order, path);
      await this.keep(order, path, [...new Set(packed.flatMap(({ secrecies }) => secrecies))]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (isWellLater(error)) {
        await this.uow.run(() => this.rows.wait(packageId, error.code));
        throw error;
      }
      await this.uow.run(() => this.rows.fail(packageId, error.code));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async write(order: PackageRow, path: string): Promise<PackedFile[]> {
    const zip = new ZipFile(path);
    const packed: PackedFile[] = [];
    const counts = { done: 0, withheld: 0 };
    for (const file of await this.inventory.files(order, await this.orderer(order))) {
      const after = async (wasPacked: boolean): Promise<void> => {
        counts.done += 1;
        if (!wasPacked) counts.withheld += 1;
        if (zip.bytes > MOST_BYTES) throw refuse('records.package-too-large', { batchId: order.batchId });
        await this.uow.run(() => this.rows.progress(order.id, counts));
      };
      packed.push(await this.packing.run(zip, file, { n: packed.length + 1, actor: () => this.orderer(order), after }));
    }
    await this.inventory.write(zip, { order, actor: await this.orderer(order), packed });
    await zip.close();
    return packed;
  }

  /** The rights of this moment: they are asked anew for every document. */
  private orderer({ orderedBy }: PackageRow): Promise<Actor> {
    return this.uow.read(() => this.actors.of(orderedBy as StaffNo));
  }

  private async keep({ id }: PackageRow, path: string, secrecies: readonly string[]): Promise<void> {
    const { size } = await stat(path);
    const kept = await this.custody.deposit(createReadStream(path), { maxBytes: size, expectedBytes: size });
    const isOurs = await this.uow.run(async () =>
      this.rows.finish(id, kept, { secrecies, expiresAt: new Date((await this.uow.now()).getTime() + KEPT_MS) }),
    );
    if (!isOurs) await this.custody.discard(kept);
  }
}
