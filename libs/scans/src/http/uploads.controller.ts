import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { StageClock } from '@fubako/platform/object-store';
import type { Request, Response } from 'express';
import { ReceiveUpload } from '../app/receive-upload';
import { allowedExtensions } from '../core/file-types';
import { announcedBytes, demandRaw, RAW } from './announced';
import { AtOnce } from './at-once';
import { watchPace } from './paced-body';
import { UploadPolicyView, UploadView } from './uploads.dto';

@ApiTags('uploads')
@Controller()
export class UploadsController {
  constructor(
    private readonly settings: Settings,
    private readonly receive: ReceiveUpload,
    private readonly atOnce: AtOnce,
  ) {}

  /** Sends one file as the raw body. It is checked and kept before the answer comes; attach it to a document next. */
  @Post('uploads')
  @WithoutIdempotencyKey()
  @ApiConsumes(RAW)
  @ApiHeader({ name: 'X-File-Name', description: 'File name in percent-encoded UTF-8', required: true })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  upload(
    @Req() request: Request,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    demandRaw(request);
    const { staffNo } = actor;
    const nameHeader = request.get('X-File-Name');
    const file = { staffNo, nameHeader, announcedBytes: announcedBytes(request), body: request };
    return this.atOnce.run(staffNo, async () => {
      const stopWatching = watchPace(request);
      const clock = new StageClock();
      try {
        const upload = await this.receive.run(file, clock);
        response.setHeader('Server-Timing', clock.toString());
        return upload;
      } finally {
        stopWatching();
      }
    });
  }

  @Get('upload-policy')
  policy(): UploadPolicyView {
    return { maxBytes: this.settings.values.UPLOAD_MAX_BYTES, extensions: [...allowedExtensions] };
  }
}
