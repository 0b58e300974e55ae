import { Injectable } from '@nestjs/common';
import { formatFiscalYear, formatWareki, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { ZipFile } from '@fubako/platform/zip';
import { RegisterPdf } from '@fubako/rendering';
import { csvOf } from '@fubako/kernel';
import { INVENTORY_COLUMNS, type InventoryLine } from '../../core/disposal/transfer-inventory';
import type { ItemRow } from '../../data/disposal/item-rows';
import type { PackageRow } from '../../data/transfer/package-rows';
import { BatchDesk } from '../disposal/batch-desk';
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
    private readonly pdf: RegisterPdf,
  ) {}

  /** @throws DomainError records.no-such-batch */
  items({ batchId }: PackageRow, actor: Actor): Promise<ItemRow[]> {
    return this.uow.read(async () => transferred((await this.desk.look(batchId, actor)).items));
  }

  async write(zip: ZipFile, { order, actor, packed }: Contents): Promise<void> {
    const lines = packed.flatMap(linesOf);
    const town = await this.uow.read(async () => (await this.settings.municipality()).name);
    const sheet = {
      title: '移管目録',
      notes: [`${town}　${packed.length}冊　${lines.length}件　${formatWareki(localDateAt(order.orderedAt))}現在`],
      columns: INVENTORY_COLUMNS.map(({ heading, share }) => ({ heading, share })),
      rows: lines.map((line) => INVENTORY_COLUMNS.map(({ cell }) => cell(line))),
      foot: `${town}　${actor.name}`,
      author: town,
      createdAt: order.orderedAt,
    };
    const parts = [
      await zip.add('移管目録.csv', [Buffer.from(csvOf(INVENTORY_COLUMNS, lines))]),
      await zip.add('移管目録.pdf', [Buffer.from((await this.pdf.draw(sheet)).bytes)]),
    ];
    const manifest = { ...manifestOf(order, packed), inventory: parts };
    await zip.add('manifest.json', [Buffer.from(JSON.stringify(manifest, null, 2))]);
  }
}

function linesOf({ item, documents }: PackedFile): InventoryLine[] {
  return documents.map(({ number, title, decidedOn, files }) => ({
    file: item.title,
    classCode: item.classCode,
    section: item.sectionName,
    fiscalYear: formatFiscalYear(item.fiscalYear),
    volume: item.volume,
    retention: item.retentionLabel,
    expiresOn: formatWareki(item.expiresOn),
    number: number ?? '',
    title,
    decidedOn: decidedOn ? formatWareki(decidedOn) : '',
    files: files.length,
  }));
}

function manifestOf({ id, batchId, orderedAt, orderedBy }: PackageRow, packed: readonly PackedFile[]) {
  return {
    package: id,
    batch: batchId,
    orderedBy,
    orderedAt: orderedAt.toISOString(),
    files: packed.map(({ item, folder, documents, withheld }) => ({
      recordFile: item.fileId,
      title: item.title,
      classCode: item.classCode,
      section: item.sectionName,
      fiscalYear: item.fiscalYear,
      volume: item.volume,
      expiresOn: item.expiresOn,
      folder,
      documents,
      withheld,
    })),
  };
}
