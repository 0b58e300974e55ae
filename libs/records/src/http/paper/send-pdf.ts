import type { Response } from 'express';

/** A printed sheet, shown in the browser; never cached: it says what holds now. */
export function sendPdf(response: Response, bytes: Uint8Array, name: string): void {
  response.setHeader('Content-Type', 'application/pdf');
  response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.send(Buffer.from(bytes));
}
