import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import {
  type OriginalFile,
  type OutgoingFile,
  type RenditionStatus,
  Renditions,
  Thumbnails,
  notYetMade,
} from '@fubako/scans';
import { ReceiptAttachmentRows } from '../data/receipt-attachment-rows';
import type { ReceiptAttachmentRow } from '../data/receipt.row';
import { refuse } from '../errors';
import { ReceiptDesk } from './receipt-desk';
import type { ReceiptAttachment } from './receipts.view.dto';

export interface ReceiptFileAddress {
  readonly actor: Actor;
  readonly receiptId: string;
  readonly attachmentId: string;
}

/** Opens the files of a receipt for those who may read it; every byte is verified on its way out (ADR 0006). */
@Injectable()
export class ReceiptFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly attachments: ReceiptAttachmentRows,
    private readonly renditions: Renditions,
    private readonly thumbnails: Thumbnails,
  ) {}

  async original(address: ReceiptFileAddress): Promise<OriginalFile> {
    const { sha256, file_name: fileName, media_type: mediaType } = await this.find(address);
    return { sha256, fileName, mediaType };
  }

  /** @throws DomainError scans.rendition-pending, scans.no-rendition */
  async pdf(address: ReceiptFileAddress): Promise<OutgoingFile> {
    const row = await this.find(address);
    const { stream, bytes } = await this.renditions.openPdf(row.sha256);
    return { fileName: `${row.file_name.replace(/\.[^.]+$/, '')}.pdf`, mediaType: 'application/pdf', bytes, stream };
  }

  /** @throws DomainError scans.no-thumbnail */
  async thumbnail(address: ReceiptFileAddress, page: number): Promise<OutgoingFile> {
    const row = await this.find(address);
    return { fileName: `${page}.png`, ...(await this.thumbnails.open(row.sha256, page)) };
  }

  /** Within a unit in which the receipt was found readable. */
  async viewsOf(receiptId: string): Promise<ReceiptAttachment[]> {
    const rows = await this.attachments.of(receiptId);
    const states = await this.renditions.of(rows.map(({ sha256 }) => sha256));
    return rows.map((row, index) => viewOf(row, index + 1, states.get(row.sha256) ?? notYetMade));
  }

  private find({ actor, receiptId, attachmentId }: ReceiptFileAddress): Promise<ReceiptAttachmentRow> {
    return this.uow.read(async () => {
      const receipt = await this.desk.read(receiptId, actor, attachmentId);
      const row = (await this.attachments.of(receipt.id)).find(({ id }) => id === attachmentId);
      if (!row) throw refuse('intake.unknown-attachment', { attachmentId });
      return row;
    });
  }
}

function viewOf(row: ReceiptAttachmentRow, order: number, status: RenditionStatus): ReceiptAttachment {
  const place = `/api/v1/receipts/${row.receipt_id}/attachments/${row.id}`;
  return {
    id: row.id,
    order,
    fileName: row.file_name,
    label: row.label,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at.toISOString(),
    addedByName: row.added_by_name,
    pages: row.pages ?? status.pages,
    rendition: status.rendition,
    activeContent: [...status.activeContent],
    thumbnails: status.thumbnails,
    originalUrl: `${place}/original`,
    pdfUrl: status.rendition === 'ready' ? `${place}/pdf` : null,
  };
}
