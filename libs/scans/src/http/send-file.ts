import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { OutgoingFile } from '../app/outgoing-file';

/** Headers under which a file that people wrote can neither run in our origin nor be cached (reliability 4.8). */
export async function sendFile(
  response: Response,
  file: OutgoingFile,
  disposition: 'attachment' | 'inline',
): Promise<void> {
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Length', String(file.bytes));
  response.setHeader('Content-Disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  await pipeline(file.stream, response);
}
