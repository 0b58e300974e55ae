import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { ChangeRule } from '../../app/rules/change-rule';
import { RuleChangeBody, RuleEffectView, RuleWishBody, effectViewOf, wishOf } from './rules.dto';

/** Rules of keeping: the period of a retention class, the retention class of a class of the plan */
@ApiTags('records')
@Controller('records/rules')
export class RulesController {
  constructor(private readonly rules: ChangeRule) {}

  /** Looks only: the files that are there with the expiry that they have and would have. */
  @Post('preview')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async preview(@Body() body: RuleWishBody, @CurrentActor() actor: Actor): Promise<RuleEffectView> {
    return effectViewOf(await this.rules.preview(wishOf(body), actor));
  }

  /** Changes the rule, and settles the files as was said: they follow, or stay under what held before. */
  @Post('changes')
  @HttpCode(200)
  async change(@Body() body: RuleChangeBody, @CurrentActor() actor: Actor): Promise<RuleEffectView> {
    const { retroactive = null, shorten = false, seenFiles, reason } = body;
    return effectViewOf(await this.rules.run({ wish: wishOf(body), retroactive, shorten, seenFiles, reason }, actor));
  }
}
