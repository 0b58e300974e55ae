import { Injectable } from '@nestjs/common';
import { sessionOf } from '@fubako/identity';
import { Settings } from '@fubako/platform/config';
import type { Request, Response } from 'express';
import { Downloads, type OriginalFile } from '../app/downloads';
import { Objects } from '../app/objects';
import type { DownloadPurpose } from '../data/download-rows';
import { sendFile } from './send-file';

/** Answers with an original, as a download: from here, or by way of the second host name where there is one (SCN-45, ADR 0076). */
@Injectable()
export class SendOriginal {
  constructor(
    private readonly objects: Objects,
    private readonly downloads: Downloads,
    private readonly settings: Settings,
  ) {}

  /** Call it when the right was asked and the reading noted. @throws DomainError as {@link Objects.open} does */
  async run(response: Response, purpose: DownloadPurpose, file: OriginalFile): Promise<void> {
    const { FILES_URL } = this.settings.values;
    const { stream, bytes } = await this.objects.open(file.sha256);
    if (FILES_URL === undefined)
      return sendFile(response, { fileName: file.fileName, mediaType: file.mediaType, bytes, stream }, 'attachment');
    // Its first piece was sound: what is wrong with a file is said here, in words, and not under the other name.
    stream.destroy();
    const capability = await this.downloads.issue(sessionIdOf(response.req), purpose, file);
    response.writeHead(303, { Location: `${FILES_URL}/${purpose}/${capability}`, 'Cache-Control': 'no-store' }).end();
  }
}

function sessionIdOf(request: Request): string {
  const session = sessionOf(request);
  if (!session) throw new Error('An original is handed out on a route without a session.');
  return session.id;
}
