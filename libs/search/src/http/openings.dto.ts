import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { JpText } from '@fubako/platform/http';

export class OpeningRequest {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  documentId: string;

  /** Why it must be read; kept in the ledger. */
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class OpeningView {
  id: string;
  /** Until then it can be read under this id. */
  closesAt: string;
}

export class LabelledTextView {
  label: string;
  text: string;
}

export class OpenedAttachmentView {
  id: string;
  fileName: string;
  bytes: number;
}

export class OpenedDocumentView {
  id: string;
  closesAt: string;
  documentId: string;
  title: string;
  number: string | null;
  state: string;
  confidentiality: string;
  sectionName: string;
  drafterName: string;

  @ApiProperty({ type: [LabelledTextView] })
  texts: readonly LabelledTextView[];

  @ApiProperty({ type: [OpenedAttachmentView] })
  attachments: readonly OpenedAttachmentView[];
}
