import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FormDefinition } from '../app/documents.view.dto';
import { MatterTypes } from '../app/matter-types';

@ApiTags('documents')
@Controller('forms')
export class FormsController {
  constructor(private readonly types: MatterTypes) {}

  /** 様式 in one version: a document is shown and edited by the one that it was begun with. */
  @Get(':name/versions/:version')
  form(@Param('name') name: string, @Param('version', ParseIntPipe) version: number): Promise<FormDefinition> {
    return this.types.form(name, version);
  }
}
