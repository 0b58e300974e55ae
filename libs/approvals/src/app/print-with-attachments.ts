import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { BoundSheetPdf, type DrawnPdf, type EnclosedFile } from '@fubako/rendering';
import { Renditions } from '@fubako/scans';
import { DrawApprovalSheet } from './draw-approval-sheet';

/** What one print takes in: binding happens in memory, beside everybody else's requests. */
const MOST = { bytes: 40 * 1024 * 1024, pages: 600 } as const;

/** 起案用紙 with its attachments as one PDF, for everybody who may read the document. */
@Injectable()
export class PrintWithAttachments {
  constructor(
    private readonly sheets: DrawApprovalSheet,
    private readonly renditions: Renditions,
    private readonly pdf: BoundSheetPdf,
  ) {}

  /** What has no PDF, or would be too much, is named on the list instead. @throws DomainError documents.not-found */
  async run(documentId: string, actor: Actor): Promise<DrawnPdf & { fileName: string }> {
    const { sheet, fileName, attachments } = await this.sheets.model(documentId, actor);
    const room = { bytes: MOST.bytes, pages: MOST.pages };
    const files: EnclosedFile[] = [];
    for (const [index, { file_name, pages, sha256 }] of attachments.entries())
      files.push({
        name: sheet.attachments[index]?.name ?? file_name,
        pages,
        content: await this.contentOf({ sha256, pages: pages ?? 1 }, room),
      });
    return { ...(await this.pdf.draw(sheet, files)), fileName };
  }

  private async contentOf(file: { readonly sha256: string; readonly pages: number }, room: Room) {
    if (file.pages > room.pages) return TOO_LARGE;
    try {
      const { stream, bytes } = await this.renditions.openPdf(file.sha256);
      if (bytes > room.bytes) {
        stream.destroy();
        return TOO_LARGE;
      }
      room.bytes -= bytes;
      room.pages -= file.pages;
      return await buffer(stream);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return ABSENCES[error.code] ?? '取り出せない';
    }
  }
}

interface Room {
  bytes: number;
  pages: number;
}

const TOO_LARGE = '大きいため別に印刷';
const ABSENCES: Readonly<Record<string, string>> = {
  'scans.rendition-pending': 'PDFを作成中',
  'scans.no-rendition': 'PDFにできない形式',
};
