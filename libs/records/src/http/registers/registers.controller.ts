import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { RegisterPdf } from '@fubako/rendering';
import type { Response } from 'express';
import { IssueRegister } from '../../app/registers/issue-register';
import { PrintRegister } from '../../app/registers/print-register';
import { ReadRegister, type RegisterQuery } from '../../app/registers/read-register';
import { SectionKeepers } from '../../app/section-keepers';
import type { RegisterLine } from '../../core/registers/file-register';
import type { IssueRow } from '../../data/registers/register-rows';
import { sendPdf } from '../paper/send-pdf';
import {
  FileRegisterIssueView,
  FileRegisterIssuesView,
  type FileRegisterLineView,
  FileRegisterRequest,
  FileRegisterView,
} from './registers.dto';

const SHOWN = 200;

/** ファイル管理簿 */
@ApiTags('registers')
@Controller('registers/files')
export class RegistersController {
  constructor(
    private readonly read: ReadRegister,
    private readonly print: PrintRegister,
    private readonly issuing: IssueRegister,
    private readonly keepers: SectionKeepers,
    private readonly pdf: RegisterPdf,
  ) {}

  /** The first files of the register of a day. */
  @Get()
  async lines(@Query() query: FileRegisterRequest, @CurrentActor() actor: Actor): Promise<FileRegisterView> {
    const { asOf, lines } = await this.read.run(queryOf(query), actor, SHOWN + 1);
    const allowed = this.keepers.isOffice(actor) ? ['issue'] : [];
    return { asOf, items: lines.slice(0, SHOWN).map(lineView), more: lines.length > SHOWN, allowed };
  }

  @Get('list.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="file-register.csv"')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: FileRegisterRequest, @CurrentActor() actor: Actor): Promise<string> {
    return this.print.csv(queryOf(query), actor);
  }

  @Get('list.pdf')
  @ApiProduces('application/pdf')
  async sheet(
    @Query() query: FileRegisterRequest,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes } = await this.pdf.draw(await this.print.sheet(queryOf(query), actor));
    sendPdf(response, bytes, 'ファイル管理簿.pdf');
  }

  /** Public registers that were issued, latest first. */
  @Get('issues')
  async issues(): Promise<FileRegisterIssuesView> {
    return { items: (await this.issuing.list()).map(issueView) };
  }

  /** 公表: keeps today's public register word for word. */
  @Post('issues')
  async issue(@CurrentActor() actor: Actor): Promise<FileRegisterIssueView> {
    return issueView(await this.issuing.run(actor));
  }

  /** A register as it was issued. */
  @Get('issues/:id/list.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="file-register.csv"')
  @Header('Cache-Control', 'no-store')
  issued(@Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return this.issuing.content(id);
  }
}

function queryOf({ asOf, ...query }: FileRegisterRequest): RegisterQuery {
  return { ...query, ...(asOf === undefined ? {} : { asOf: asOf as LocalDate }) };
}

function lineView(line: RegisterLine): FileRegisterLineView {
  const { fileId, classCode, title, volume, fiscalYear, managerThen, managerNow, startsOn } = line;
  const { retentionLabel, expiresOn, endless, medium, place, disposition, state } = line;
  return {
    fileId,
    classCode,
    title,
    volume,
    fiscalYear,
    managerThen,
    managerNow,
    startsOn,
    retentionLabel,
    expiresOn,
    endless,
    medium,
    place,
    disposition,
    state,
    classNames: [...line.classNames],
  };
}

function issueView({ issuedAt, ...issue }: IssueRow): FileRegisterIssueView {
  const { id, asOf, issuedByName, files, sha256 } = issue;
  return { id, asOf, issuedByName, files, sha256, issuedAt: issuedAt.toISOString() };
}
