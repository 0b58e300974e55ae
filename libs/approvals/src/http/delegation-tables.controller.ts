import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DelegationChoices, DelegationTableList, DelegationTableView } from '../app/delegation-views.dto';
import { DraftDelegationTable } from '../app/draft-delegation-table';
import { PublishDelegationTable } from '../app/publish-delegation-table';
import { ReadDelegationChoices } from '../app/read-delegation-choices';
import { ReadDelegationTables } from '../app/read-delegation-tables';
import { PublicationRequest, TableDraftRequest, TableEditRequest, TablesQuery, cellsOfInput } from './delegation.dto';

@ApiTags('delegation tables')
@Controller('delegation-tables')
export class DelegationTablesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tables: ReadDelegationTables,
    private readonly drafts: DraftDelegationTable,
    private readonly publications: PublishDelegationTable,
    private readonly choices: ReadDelegationChoices,
  ) {}

  /** 専決規程の版, newest first; for their keepers, for auditors, and those under decision for whoever may read the decision. */
  @Get()
  list(
    @Query() { documentId }: TablesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableList> {
    return this.tables.list(actor, languageOf(request), documentId ?? null);
  }

  /** What a row may name: matter types, posts, units of today. */
  @Get('choices')
  choosable(@CurrentActor() actor: Actor): Promise<DelegationChoices> {
    return this.choices.run(actor);
  }

  /** One version with its rows and what is wrong with them. */
  @Get(':id')
  one(
    @Param('id', ParseIntPipe) id: number,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableView> {
    return this.tables.one(id, actor, languageOf(request));
  }

  /** 下書き: begins a new version as a copy. */
  @Post()
  draft(
    @Body() body: TableDraftRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableView> {
    return this.uow.run(async () => {
      const id = await this.drafts.begin(actor, { basedOn: body.basedOn ?? null, note: body.note ?? null });
      return this.tables.one(id, actor, languageOf(request));
    });
  }

  /** The whole table of a draft anew. */
  @Put(':id')
  edit(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: TableEditRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableView> {
    return this.uow.run(async () => {
      const { revision, note, rules } = body;
      await this.drafts.edit(id, actor, { revision, note: note ?? null, rows: rules.map(cellsOfInput) });
      return this.tables.one(id, actor, languageOf(request));
    });
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  discard(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.drafts.discard(id, actor);
  }

  /** 公布: from `validFrom` on, new matters are planned by it. */
  @Post(':id/publication')
  publish(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: PublicationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableView> {
    return this.uow.run(async () => {
      await this.publications.run(id, actor, { revision: body.revision, validFrom: localDate(body.validFrom) });
      return this.tables.one(id, actor, languageOf(request));
    });
  }

  /** 取りやめ of a version that has not begun. */
  @Post(':id/withdrawal')
  withdraw(
    @Param('id', ParseIntPipe) id: number,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DelegationTableView> {
    return this.uow.run(async () => {
      await this.publications.withdraw(id, actor);
      return this.tables.one(id, actor, languageOf(request));
    });
  }
}
