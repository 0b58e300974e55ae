import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf, WithoutIdempotencyKey } from '@fubako/platform/http';
import { StageClock } from '@fubako/platform/object-store';
import type { Request, Response } from 'express';
import { EndSending } from '../app/end-sending';
import { ReceivePiece } from '../app/receive-piece';
import { Sendings } from '../app/sendings';
import { SendingsView, SendingView } from '../app/sendings.views.dto';
import { announcedBytes, announcedSha256, demandRaw, RAW } from './announced';
import { AtOnce } from './at-once';
import { watchPace } from './paced-body';
import { EndSendingRequest, StartSendingRequest } from './sendings.dto';
import { UploadView } from './uploads.dto';

/** 送信: a file in pieces, which goes on where it stopped after a broken connection or a reload. */
@ApiTags('uploads')
@Controller('sendings')
export class SendingsController {
  constructor(
    private readonly sendings: Sendings,
    private readonly pieces: ReceivePiece,
    private readonly ending: EndSending,
    private readonly atOnce: AtOnce,
  ) {}

  /** Announces a file: what cannot be taken is refused here, before its bytes are sent. */
  @Post()
  start(@Body() { fileName, bytes }: StartSendingRequest, @CurrentActor() actor: Actor): Promise<SendingView> {
    return this.sendings.start({ staffNo: actor.staffNo, fileName, bytes });
  }

  /** The files that this person has sent in part, and what became of those that waited for the virus scanner. */
  @Get()
  async mine(@CurrentActor() actor: Actor, @Req() request: Request): Promise<SendingsView> {
    return { items: await this.sendings.mine(actor.staffNo, languageOf(request)) };
  }

  /** How much of it is here. */
  @Get(':id')
  of(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<SendingView> {
    return this.sendings.of(id, actor.staffNo, languageOf(request));
  }

  /** Sends piece `n` (from 0) as the raw body: the next one, each once. A piece that breaks off leaves nothing. */
  @Put(':id/pieces/:n')
  @WithoutIdempotencyKey()
  @ApiConsumes(RAW)
  @ApiHeader({ name: 'Content-Digest', description: 'SHA-256 of the piece, as in RFC 9530', required: false })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  piece(
    @Param('id', ParseUUIDPipe) sendingId: string,
    @Param('n', ParseIntPipe) n: number,
    @Req() request: Request,
    @CurrentActor() { staffNo }: Actor,
  ): Promise<SendingView> {
    demandRaw(request);
    const piece = { staffNo, sendingId, n, announcedBytes: announcedBytes(request), sha256: announcedSha256(request) };
    return this.atOnce.run(staffNo, async () => {
      const stopWatching = watchPace(request);
      try {
        return await this.pieces.run({ ...piece, body: request });
      } finally {
        stopWatching();
      }
    });
  }

  /** All pieces were sent: the file is checked and kept. Asked again, it answers the same. */
  @Post(':id/end')
  @WithoutIdempotencyKey()
  end(
    @Param('id', ParseUUIDPipe) sendingId: string,
    @Body() { digest }: EndSendingRequest,
    @CurrentActor() { staffNo }: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    return this.atOnce.run(staffNo, async () => {
      const clock = new StageClock();
      const upload = await this.ending.run({ staffNo, sendingId, digest: digest ?? null }, clock);
      response.setHeader('Server-Timing', clock.toString());
      return upload;
    });
  }

  /** Gives it up. */
  @Delete(':id')
  @HttpCode(204)
  drop(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.sendings.drop(id, actor.staffNo);
  }
}
