import { Injectable } from '@nestjs/common';
import { csvOf, formatWareki } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { ZipFile } from '@fubako/platform/zip';
import {
  INVENTORY_COLUMNS,
  type InventoryLine,
  lineOfFile,
  paperLines,
  piecesOf,
} from '../../core/disposal/transfer-inventory';
import { InventoryRows } from '../../data/disposal/inventory-rows';
import type { PackageRow } from '../../data/transfer/package-rows';
import { BatchDesk } from '../disposal/batch-desk';
import { DrawInventory } from '../disposal/draw-inventory';
import type { PackedFile } from './pack-file';
import { transferred } from './transfer-packages';

interface Contents {
  readonly order: PackageRow;
  readonly actor: Actor;
  readonly packed: readonly PackedFile[];
}

/** 移管目録 of a package, for spreadsheets and on paper, and the manifest with the hash of every file in it. */
@Injectable()
export class PackageInventory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly settings: MunicipalitySettings,
    private readonly rows: InventoryRows,
    private readonly inventory: DrawInventory,
  ) {}

  /** @throws DomainError records.no-such-batch */
  files({ batchId }: PackageRow, actor: Actor): Promise<Pick<PackedFile, 'item' | 'paper'>[]> {
    return this.uow.read(async () => {
      const { items } = await this.desk.look(batchId, actor);
      const papers = await this.rows.of(batchId);
      return transferred(items).flatMap((item) => {
        const paper = papers.get(item.id);
        return paper ? [{ item, paper }] : [];
      });
    });
  }

  async write(zip: ZipFile, { order, actor, packed }: Contents): Promise<void> {
    const lines = packed.flatMap(linesOf);
    const town = await this.uow.read(async () => (await this.settings.municipality()).name);
    const documents = packed.reduce((sum, one) => sum + one.documents.length, 0);
    const pieces = packed.reduce((sum, { paper }) => sum + piecesOf(paper), 0);
    const drawn = await this.inventory.draw({
      town,
      lines,
      sum: `${packed.length}冊　電子${documents.toLocaleString('ja-JP')}件　紙${pieces.toLocaleString('ja-JP')}点`,
      at: order.orderedAt,
      printedBy: actor.name,
    });
    const parts = [
      await zip.add('移管目録.csv', [Buffer.from(csvOf(INVENTORY_COLUMNS, lines))]),
      await zip.add('移管目録.pdf', [Buffer.from(drawn.bytes)]),
    ];
    const manifest = { ...manifestOf(order, packed), inventory: parts };
    await zip.add('manifest.json', [Buffer.from(JSON.stringify(manifest, null, 2))]);
  }
}

function linesOf({ item, paper, documents }: PackedFile): InventoryLine[] {
  const electronic = documents.map(({ number, title, decidedOn, files }) => ({
    ...lineOfFile(item),
    number: number ?? '',
    title,
    day: decidedOn ? formatWareki(decidedOn) : '',
    medium: '電子' as const,
    amount: `${files.length}ファイル`,
    place: '',
  }));
  return [...electronic, ...paperLines(paper)];
}

function manifestOf({ id, batchId, orderedAt, orderedBy }: PackageRow, packed: readonly PackedFile[]) {
  return {
    package: id,
    batch: batchId,
    orderedBy,
    orderedAt: orderedAt.toISOString(),
    files: packed.map(({ item, paper, folder, documents, scans, withheld }) => ({
      recordFile: item.fileId,
      title: item.title,
      classCode: item.classCode,
      section: item.sectionName,
      fiscalYear: item.fiscalYear,
      volume: item.volume,
      expiresOn: item.expiresOn,
      folder,
      medium: item.medium,
      place: paper.place,
      papers: paper.papers.map(({ scan: _, ...one }) => one),
      scans,
      documents,
      withheld,
    })),
  };
}
