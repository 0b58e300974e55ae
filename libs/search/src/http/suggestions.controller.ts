import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { OnTheBeat } from '@fubako/platform/http';
import { Suggest } from '../app/suggest';
import { SuggestionView, SuggestionsQuery } from './suggestions.dto';

@ApiTags('search')
@Controller('search/suggestions')
@OnTheBeat()
export class SuggestionsController {
  constructor(private readonly suggest: Suggest) {}

  /** People, numbers, classes and kinds in what the reader finds with it. */
  @Get()
  find(@Query() { q }: SuggestionsQuery, @CurrentActor() actor: Actor): Promise<SuggestionView[]> {
    return this.suggest.run(q, actor);
  }
}
