import { ApiProperty } from '@nestjs/swagger';
import { JpText } from '@fubako/platform/http';
import { SUGGESTION_KINDS, type SuggestionKind } from '../app/suggest';

export class SuggestionsQuery {
  /** What is being typed. */
  @JpText({ min: 1, max: 60 })
  q: string;
}

export class SuggestionView {
  @ApiProperty({ enum: SUGGESTION_KINDS })
  kind: SuggestionKind;

  text: string;
}
