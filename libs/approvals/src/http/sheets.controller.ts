import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendFile } from '@fubako/scans';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Response } from 'express';
import { DrawApprovalSheet } from '../app/draw-approval-sheet';
import { DrawPaperCover } from '../app/draw-paper-cover';
import { WriteEvidence } from '../app/evidence/write-evidence';
import { PrintWithAttachments } from '../app/print-with-attachments';

@ApiTags('approvals')
@Controller('documents/:id')
export class SheetsController {
  constructor(
    private readonly drawSheet: DrawApprovalSheet,
    private readonly drawCover: DrawPaperCover,
    private readonly printAll: PrintWithAttachments,
    private readonly writeEvidence: WriteEvidence,
  ) {}

  /** 起案用紙 as PDF. */
  @Get('sheet.pdf')
  async sheet(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    sendPdf(response, await this.drawSheet.run(documentId, actor));
  }

  /** 紙添付送付票 as PDF, for what belongs to the document on paper (RULE-11). */
  @Get('paper-cover.pdf')
  async cover(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    sendPdf(response, await this.drawCover.run(documentId, actor));
  }

  /** 起案用紙 with its attachments as one PDF, each behind a separator; what could not be bound is named on a list. */
  @Get('print.pdf')
  async print(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    sendPdf(response, await this.printAll.run(documentId, actor));
  }

  /** 証拠一式 of a decided matter: what proves it to somebody without this system, as a zip. */
  @Get('evidence.zip')
  async evidence(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.writeEvidence.run(documentId, actor), 'attachment');
  }
}

function sendPdf(response: Response, { bytes, fileName }: { bytes: Uint8Array; fileName: string }): void {
  response.setHeader('Content-Type', 'application/pdf');
  response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.send(Buffer.from(bytes));
}
