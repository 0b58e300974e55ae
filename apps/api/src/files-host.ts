import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@fubako/platform/config';
import { Visits } from '@fubako/platform/database';
import { traceRequests } from '@fubako/platform/observability';
import { DOWNLOAD_PURPOSES, Downloads, type DownloadPurpose, sendFile } from '@fubako/scans';
import type { NextFunction, Request, Response } from 'express';
import { hostOf } from './host-of';
import { data as securely } from './security-headers';

/** The purpose, and 256 bits in base64url. */
const DOWNLOAD = new RegExp(`^/(${DOWNLOAD_PURPOSES.join('|')})/([\\w-]{43})$`);

const NOTHING = "sandbox; default-src 'none'";
const logger = new Logger('files');

interface Asked {
  readonly purpose: DownloadPurpose;
  readonly capability: string;
}

/**
 * The second host name (ADR 0076): it hands out what a capability was issued for, and knows neither cookies nor pages nor API. Stands
 * before everything else, so that nothing of the first host is reached under its name.
 */
export function serveFilesHost(app: NestExpressApplication, { values: { FILES_URL } }: Settings): void {
  if (FILES_URL === undefined) return;
  const { hostname } = new URL(FILES_URL);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (hostOf(request) !== hostname) return next();
    const asked = request.method === 'GET' ? askedBy(request.url) : null;
    // What opens a file stands in no log.
    request.url = asked ? `/${asked.purpose}` : '/';
    traceRequests(request, response, () =>
      securely(request, response, () => Visits.begin(() => void answer(app, asked, response))),
    );
  });
}

function askedBy(url: string): Asked | null {
  const [, purpose, capability] = DOWNLOAD.exec(url) ?? [];
  return purpose && capability ? { purpose: purpose as DownloadPurpose, capability } : null;
}

async function answer(app: NestExpressApplication, asked: Asked | null, response: Response): Promise<void> {
  try {
    const file = asked && (await app.get(Downloads, { strict: false }).open(asked.purpose, asked.capability));
    if (file) await sendFile(response, file, 'attachment');
    else refuse(response, 404);
  } catch (error) {
    logger.error({ message: 'an original did not go out whole' }, error);
    if (response.headersSent) response.destroy();
    else refuse(response, 503);
  }
}

/** Nobody reads words here: the page from which the file was asked has them. */
function refuse(response: Response, status: 404 | 503): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Security-Policy': NOTHING }).end();
}
