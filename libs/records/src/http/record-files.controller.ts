import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ListFilingClasses } from '../app/filing-plan';
import { ListRecordFiles } from '../app/list-record-files';
import { FilingClassesView, RecordFilePage } from '../app/records.views.dto';
import { RecordFilesRequest } from './records.dto';

@ApiTags('records')
@Controller()
export class RecordFilesController {
  constructor(
    private readonly listFiles: ListRecordFiles,
    private readonly listClasses: ListFilingClasses,
  ) {}

  /** 簿冊 of my sections; for those who keep the archive, of all. */
  @Get('record-files')
  async files(@Query() query: RecordFilesRequest, @CurrentActor() actor: Actor): Promise<RecordFilePage> {
    const page = await this.listFiles.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** ファイル基準表, every level in the order of the plan. */
  @Get('filing-classes')
  async classes(): Promise<FilingClassesView> {
    return { items: await this.listClasses.run() };
  }
}
