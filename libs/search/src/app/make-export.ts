import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DomainError, type StaffNo, CSV_START } from '@fubako/kernel';
import { isWellLater } from '@fubako/ledger';
import { Actors } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { ZipFile } from '@fubako/platform/zip';
import { type ExportOrder, ExportRows } from '../data/export-rows';
import { refuse } from '../errors';
import { EveryHit, type ExportedHit } from './every-hit';
import { LIST_HEAD, listLine } from './export-lines';
import { MOST_EXPORTED } from './order-export';
import { requestOf } from './saved-conditions';
import { type PackedDocument, WritePackage } from './write-package';

/** Kept so long; the sweep of the store comes after a day. */
const KEPT_MS = 20 * 60 * 60_000;
/** The zip format without extensions ends at four gigabytes. */
const MOST_BYTES = 2 * 1024 ** 3;

class Cancelled extends Error {}

/** What went into a file: how many matters, and of what 秘密区分. */
interface Written {
  readonly done: number;
  readonly secrecies: readonly string[];
}

/** Makes an export in the worker, with the rights that its orderer has while it is made; safe to run twice (SEA-33, SEA-34). */
@Injectable()
export class MakeExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExportRows,
    private readonly actors: Actors,
    private readonly hits: EveryHit,
    private readonly packing: WritePackage,
    private readonly custody: Custody,
  ) {}

  async run(exportId: string): Promise<void> {
    const order = await this.uow.read(() => this.rows.find(exportId));
    if (!order || !(await this.uow.run(() => this.rows.progress(exportId, 0)))) return;
    const folder = await mkdtemp(join(tmpdir(), 'fubako-export-'));
    try {
      const path = join(folder, 'export');
      const written = order.kind === 'list' ? await this.list(order, path) : await this.package(order, path);
      await this.keep(order, path, written);
    } catch (error) {
      if (error instanceof Cancelled) return;
      if (!(error instanceof DomainError)) throw error;
      if (isWellLater(error)) {
        await this.uow.run(() => this.rows.wait(exportId, error.code));
        throw error;
      }
      await this.uow.run(() => this.rows.fail(exportId, error.code));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async list(order: ExportOrder, path: string): Promise<Written> {
    const out = createWriteStream(path);
    out.write(CSV_START + LIST_HEAD);
    let done = 0;
    const secrecies = new Set<string>();
    for await (const hits of this.pages(order, await this.reader(order))) {
      out.write(hits.map(listLine).join(''));
      done += hits.length;
      for (const { secrecy } of hits) secrecies.add(secrecy);
      await this.demandGoing(order, done);
    }
    out.end();
    await finished(out);
    return { done, secrecies: [...secrecies] };
  }

  private async package(order: ExportOrder, path: string): Promise<Written> {
    const zip = new ZipFile(path);
    const secrecies = new Set<string>();
    const packed: PackedDocument[] = [];
    const lines: string[] = [];
    for await (const hits of this.pages(order, await this.reader(order))) {
      for (const hit of hits) {
        const document = await this.packing.add(zip, hit, { n: packed.length + 1, actor: await this.reader(order) });
        if (document) {
          packed.push(document);
          secrecies.add(hit.secrecy);
          lines.push(listLine(hit));
        }
        if (zip.bytes > MOST_BYTES) throw refuse('search.package-too-large', {});
        await this.demandGoing(order, packed.length);
      }
    }
    await zip.add('一覧.csv', [Buffer.from(CSV_START + LIST_HEAD + lines.join(''))]);
    await zip.add('manifest.json', [Buffer.from(JSON.stringify(manifestOf(order, packed), null, 2))]);
    await zip.close();
    return { done: packed.length, secrecies: [...secrecies] };
  }

  /** The rights of this moment: they are asked anew for every page and every document. */
  private reader({ staffNo }: ExportOrder): Promise<Actor> {
    return this.uow.read(() => this.actors.of(staffNo as StaffNo));
  }

  private pages({ conditions, kind }: ExportOrder, actor: Actor): AsyncGenerator<ExportedHit[]> {
    return this.hits.pages(requestOf(conditions), { actor, most: MOST_EXPORTED[kind] });
  }

  private async demandGoing({ id }: ExportOrder, done: number): Promise<void> {
    if (!(await this.uow.run(() => this.rows.progress(id, done)))) throw new Cancelled();
  }

  private async keep(order: ExportOrder, path: string, written: Written): Promise<void> {
    const { size } = await stat(path);
    const kept = await this.custody.deposit(createReadStream(path), { maxBytes: size, expectedBytes: size });
    const finishedNow = await this.uow.run(async () => {
      const expiresAt = new Date((await this.uow.now()).getTime() + KEPT_MS);
      return this.rows.finish(order.id, kept, { ...written, expiresAt });
    });
    if (!finishedNow) await this.custody.discard(kept);
  }
}

function manifestOf({ id, reason, orderedAt, staffNo, conditions }: ExportOrder, documents: readonly PackedDocument[]) {
  return { export: id, orderedBy: staffNo, orderedAt: orderedAt.toISOString(), reason, conditions, documents };
}
