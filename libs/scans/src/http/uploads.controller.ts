import { Controller, Get, Post, Req, UnsupportedMediaTypeException } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import type { Request } from 'express';
import { ReceiveUpload } from '../app/receive-upload';
import { allowedExtensions } from '../core/file-types';
import { watchPace } from './paced-body';
import { UploadPolicyView, UploadView } from './uploads.dto';

const RAW = 'application/octet-stream';

@ApiTags('uploads')
@Controller()
export class UploadsController {
  constructor(
    private readonly settings: Settings,
    private readonly receive: ReceiveUpload,
  ) {}

  /** Sends one file as the raw body. It is checked and kept before the answer comes; attach it to a document next. */
  @Post('uploads')
  @WithoutIdempotencyKey()
  @ApiConsumes(RAW)
  @ApiHeader({ name: 'X-File-Name', description: 'File name in percent-encoded UTF-8', required: true })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async upload(@Req() request: Request, @CurrentActor() actor: Actor): Promise<UploadView> {
    if (!request.is(RAW)) throw new UnsupportedMediaTypeException();
    const stopWatching = watchPace(request);
    try {
      const nameHeader = request.get('X-File-Name');
      return await this.receive.run({
        staffNo: actor.staffNo,
        nameHeader,
        announcedBytes: lengthOf(request),
        body: request,
      });
    } finally {
      stopWatching();
    }
  }

  @Get('upload-policy')
  policy(): UploadPolicyView {
    return { maxBytes: this.settings.values.UPLOAD_MAX_BYTES, extensions: [...allowedExtensions] };
  }
}

function lengthOf(request: Request): number | null {
  const header = request.get('Content-Length') ?? '';
  return /^\d{1,15}$/.test(header) ? Number(header) : null;
}
