import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ListFilingClasses } from '../../app/filing-plan';
import { RetentionClassesView } from '../../app/records.views.dto';
import { EnterRetentionClass } from '../../app/rules/enter-retention-class';
import { RetentionClassBody } from './rules.dto';

/** 保存期間の区分 */
@ApiTags('records')
@Controller('retention-classes')
export class RetentionClassesController {
  constructor(
    private readonly classes: ListFilingClasses,
    private readonly entering: EnterRetentionClass,
  ) {}

  /** Shortest first, with the version of what each says and the day from which it may be used; and the usual start of retention. */
  @Get()
  all(): Promise<RetentionClassesView> {
    return this.classes.retention();
  }

  /** A new class, from a day on; for the records office. */
  @Post()
  @HttpCode(201)
  async add(@Body() body: RetentionClassBody, @CurrentActor() actor: Actor): Promise<RetentionClassesView> {
    const { statutoryYears = null, statutoryLaw = null, validFrom, ...terms } = body;
    await this.entering.run({ ...terms, statutoryYears, statutoryLaw, validFrom: localDate(validFrom) }, actor);
    return this.all();
  }
}
