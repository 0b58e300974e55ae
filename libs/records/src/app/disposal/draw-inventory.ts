import { Injectable } from '@nestjs/common';
import { csvOf, formatWareki, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, RegisterPdf } from '@fubako/rendering';
import { INVENTORY_COLUMNS, type InventoryLine, linesOfFile, piecesOf } from '../../core/disposal/transfer-inventory';
import { InventoryRows } from '../../data/disposal/inventory-rows';
import { BatchDesk } from './batch-desk';

/** A sheet of 移管目録. */
export interface InventorySheet {
  readonly town: string;
  readonly lines: readonly InventoryLine[];
  /** How much it is. */
  readonly sum: string;
  readonly at: Date;
  readonly printedBy: string;
}

/** 移管目録 of a batch: what goes to the archives, before they receive it and afterwards. */
@Injectable()
export class DrawInventory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly rows: InventoryRows,
    private readonly settings: MunicipalitySettings,
    private readonly pdf: RegisterPdf,
  ) {}

  /** @throws DomainError records.no-such-batch */
  async csv(batchId: string, actor: Actor): Promise<string> {
    return csvOf(INVENTORY_COLUMNS, (await this.sheet(batchId, actor)).lines);
  }

  /** @throws DomainError records.no-such-batch */
  async run(batchId: string, actor: Actor): Promise<DrawnPdf> {
    return this.draw(await this.sheet(batchId, actor));
  }

  draw({ town, lines, sum, at, printedBy }: InventorySheet): Promise<DrawnPdf> {
    return this.pdf.draw({
      title: '移管目録',
      notes: [`${town}　${sum}　${formatWareki(localDateAt(at))}現在`, '引継 　　　　　　印　　　受領 　　　　　　印'],
      columns: INVENTORY_COLUMNS.map(({ heading, share, align }) => ({ heading, share, ...(align ? { align } : {}) })),
      rows: lines.map((line) => INVENTORY_COLUMNS.map(({ cell }) => cell(line))),
      foot: `${town}　${printedBy}`,
      author: town,
      createdAt: at,
    });
  }

  private sheet(batchId: string, actor: Actor): Promise<InventorySheet> {
    return this.uow.read(async () => {
      await this.desk.look(batchId, actor);
      const files = [...(await this.rows.of(batchId)).values()];
      const documents = files.reduce((sum, file) => sum + file.documents, 0);
      const pieces = files.reduce((sum, file) => sum + piecesOf(file), 0);
      return {
        town: (await this.settings.municipality()).name,
        lines: files.flatMap(linesOfFile),
        sum: `${files.length}冊　電子${documents.toLocaleString('ja-JP')}件　紙${pieces.toLocaleString('ja-JP')}点`,
        at: await this.uow.now(),
        printedBy: actor.name,
      };
    });
  }
}
