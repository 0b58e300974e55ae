import { ApiProperty } from '@nestjs/swagger';

export class TitleOnlyView {
  documentId: string;
  title: string;

  /** Marked stretches as UTF-16 offsets of `title`, the end not included. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  })
  titleMarks: [number, number][];

  number: string | null;
}

export class TitlesOnlyView {
  /** Whether the reader may know of titles, and the question is one of words alone. */
  isOffered: boolean;

  @ApiProperty({ type: [TitleOnlyView] })
  items: readonly TitleOnlyView[];

  /** There are more than are shown. */
  more: boolean;
}
