import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { JpText } from '@fubako/platform/http';
import { SUGGESTION_KINDS, Suggest, type SuggestionKind } from '../app/suggest';

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

@ApiTags('search')
@Controller('search/suggestions')
export class SuggestionsController {
  constructor(private readonly suggest: Suggest) {}

  /** People, numbers, classes and kinds in what the reader finds with it. */
  @Get()
  find(@Query() { q }: SuggestionsQuery, @CurrentActor() actor: Actor): Promise<SuggestionView[]> {
    return this.suggest.run(q, actor);
  }
}
