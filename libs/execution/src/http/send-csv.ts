import type { Response } from 'express';

/** Sends a register as a file for spreadsheets; nothing keeps a copy on the way. */
export function sendCsv(response: Response, fileName: string, csv: string): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.send(csv);
}
