import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ReadRevisions } from '../app/read-revisions';
import { ChangesQuery } from './documents.dto';
import { RevisionChanges, RevisionsView } from '../app/documents.view.dto';

@ApiTags('documents')
@Controller('documents/:id')
export class RevisionsController {
  constructor(private readonly revisions: ReadRevisions) {}

  /** Every frozen revision, oldest first. */
  @Get('revisions')
  async list(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RevisionsView> {
    return { items: await this.revisions.list(id, actor) };
  }

  /** What changed from one revision to another, field by field. */
  @Get('changes')
  changes(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, to }: ChangesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionChanges> {
    return this.revisions.changes(id, actor, { from, ...(to === undefined ? {} : { to }) });
  }
}
