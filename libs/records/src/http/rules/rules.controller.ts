import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { PageRequest, WithoutIdempotencyKey } from '@fubako/platform/http';
import { ChangeRule } from '../../app/rules/change-rule';
import { PreviewRule } from '../../app/rules/preview-rule';
import { RuleChangeFilesView, RuleChangeView, RuleChangesView } from '../../app/rules/rule-changes.views.dto';
import { SteerRuleChange } from '../../app/rules/steer-rule-change';
import { RuleChangeBody, RuleEffectView, RuleFilesView, RuleWishBody, effectViewOf, wishOf } from './rules.dto';

/** Rules of keeping: the period of a retention class, the retention class of a class of the plan */
@ApiTags('records')
@Controller('records/rules')
export class RulesController {
  constructor(
    private readonly previews: PreviewRule,
    private readonly rules: ChangeRule,
    private readonly under: SteerRuleChange,
  ) {}

  /** Looks only: how many of the files that are there, and the first of them with the expiry that they have and would have. */
  @Post('preview')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async preview(@Body() body: RuleWishBody, @CurrentActor() actor: Actor): Promise<RuleEffectView> {
    return effectViewOf(await this.previews.run(wishOf(body), actor));
  }

  /** The files behind those that the preview named. */
  @Post('preview/files')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async previewed(
    @Body() body: RuleWishBody,
    @Query() page: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RuleFilesView> {
    const { items, nextCursor } = await this.previews.files(wishOf(body), page, actor);
    return { items: [...items], nextCursor };
  }

  /** Changes the rule at once. The files that are there stay under what held before, or follow as was said: the worker goes through them. */
  @Post('changes')
  @HttpCode(202)
  async change(@Body() body: RuleChangeBody, @CurrentActor() actor: Actor): Promise<RuleChangeView> {
    const { retroactive = null, shorten = false, seenFiles, reason } = body;
    const id = await this.rules.run({ wish: wishOf(body), retroactive, shorten, seenFiles, reason }, actor);
    return this.under.read(id, actor);
  }

  /** The latest changes, and how far they are; for the records office. */
  @Get('changes')
  async changes(@CurrentActor() actor: Actor): Promise<RuleChangesView> {
    return { items: await this.under.latest(actor) };
  }

  @Get('changes/:id')
  one(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RuleChangeView> {
    return this.under.read(id, actor);
  }

  /** The files that were there, with the day they had and have. */
  @Get('changes/:id/files')
  async files(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RuleChangeFilesView> {
    return { items: await this.under.files(id, actor) };
  }

  /** The chunk at work is finished, no other begins. */
  @Post('changes/:id/stop')
  @HttpCode(200)
  async stop(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RuleChangeView> {
    await this.under.stop(id, actor);
    return this.under.read(id, actor);
  }

  @Post('changes/:id/resumption')
  @HttpCode(200)
  async resume(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RuleChangeView> {
    await this.under.resume(id, actor);
    return this.under.read(id, actor);
  }
}
