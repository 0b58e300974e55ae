import { ApiProperty } from '@nestjs/swagger';

const KINDS = ['destroyed', 'transferred'] as const;

export class DisposedDocumentView {
  documentId: string;
  number: string | null;
  title: string;

  /** Marked stretches as UTF-16 offsets of `title`, the end not included. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  })
  titleMarks: [number, number][];

  /** 簿冊 in which it was. */
  fileTitle: string;
  sectionName: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  disposedOn: string;
}

export class DisposedView {
  /** Whether the question is one of words alone. */
  isOffered: boolean;

  @ApiProperty({ type: [DisposedDocumentView] })
  items: readonly DisposedDocumentView[];

  /** There are more than are shown. */
  more: boolean;
}
