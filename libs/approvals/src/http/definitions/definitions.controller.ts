import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DefinitionList, DefinitionView } from '../../app/definitions/definition-views.dto';
import { ReadDefinitions } from '../../app/definitions/read-definitions';

@ApiTags('definitions')
@Controller('definitions')
export class DefinitionsController {
  constructor(private readonly definitions: ReadDefinitions) {}

  /** 様式 and 事案の種類 in all their versions, with the documents that keep each; for their keepers and auditors. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<DefinitionList> {
    return this.definitions.list(actor);
  }

  /** One version of a form (`form`) or matter type (`matter_type`). */
  @Get(':kind/:code/versions/:version')
  version(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @Param('version') version: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DefinitionView> {
    return this.definitions.version({ kind, code, version: Number(version) }, actor, languageOf(request));
  }
}
