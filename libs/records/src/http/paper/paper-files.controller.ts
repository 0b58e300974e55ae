import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { HandOver } from '../../app/paper/hand-over';
import { KeepPlaces } from '../../app/paper/keep-places';
import { NewIdView, PaperFileView, StackPlacesView } from '../../app/paper/paper.views.dto';
import { ReadPaper } from '../../app/paper/read-paper';
import { RegisterPaper } from '../../app/paper/register-paper';
import { SectionKeepers } from '../../app/section-keepers';
import {
  FilePlaceRequest,
  PaperFileRequest,
  PaperReasonRequest,
  PaperRecordRequest,
  StackPlaceRequest,
} from './paper.dto';

/** 紙の簿冊 and where they lie. */
@ApiTags('paper')
@Controller()
export class PaperFilesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly register: RegisterPaper,
    private readonly read: ReadPaper,
    private readonly places: KeepPlaces,
    private readonly handOver: HandOver,
    private readonly keepers: SectionKeepers,
  ) {}

  /** 簿冊の登録: the next volume of class, section and year. */
  @Post('paper-files')
  async open(@Body() { place, ...body }: PaperFileRequest, @CurrentActor() actor: Actor): Promise<NewIdView> {
    return { id: await this.register.file({ actor, ...body, place: place ?? null }) };
  }

  /** A file with its paper, scans, loans and places. */
  @Get('record-files/:id/paper')
  file(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PaperFileView> {
    return this.read.file(id, actor);
  }

  /** 紙の記録 in a file. */
  @Post('record-files/:id/paper-records')
  record(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() body: PaperRecordRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PaperFileView> {
    const { documentNumber = null, location = null, issuedOn = null, documentedOn, ...rest } = body;
    const days = { documentedOn: documentedOn as LocalDate, issuedOn: issuedOn as LocalDate | null };
    return this.shown(fileId, actor, () =>
      this.register.record({ actor, fileId, ...rest, documentNumber, location, ...days }),
    );
  }

  /** Says where the file lies. */
  @Put('record-files/:id/place')
  place(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() body: FilePlaceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PaperFileView> {
    const { placeCode = null, note = null } = body;
    return this.shown(fileId, actor, () => this.places.put({ actor, fileId, placeCode, note }));
  }

  /** 返還 from the stacks to the office. */
  @Post('record-files/:id/return-to-office')
  @HttpCode(200)
  giveBack(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { reason }: PaperReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PaperFileView> {
    return this.shown(fileId, actor, () => this.handOver.giveBack({ actor, fileId, reason }));
  }

  /** 書庫・棚・箱 */
  @Get('stack-places')
  async stack(@CurrentActor() actor: Actor): Promise<StackPlacesView> {
    return { items: await this.places.list(), allowed: this.keepers.isOffice(actor) ? ['add'] : [] };
  }

  @Post('stack-places')
  async add(@Body() { box, note, ...body }: StackPlaceRequest, @CurrentActor() actor: Actor): Promise<StackPlacesView> {
    await this.places.add({ actor, ...body, box: box ?? null, note: note ?? null });
    return this.stack(actor);
  }

  private shown(fileId: string, actor: Actor, work: () => Promise<unknown>): Promise<PaperFileView> {
    return this.uow.run(async () => {
      await work();
      return this.read.file(fileId, actor);
    });
  }
}
