import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { projectRoot } from '@fubako/platform/config';
import express, { type NextFunction, type Request, type Response } from 'express';

const YEAR_SECONDS = 31_536_000;
/** Paths that are never a page of the web application. */
const NOT_A_PAGE = /^\/(api|assets|pdf|healthz|readyz)(\/|$)/;

/** Serves the built web: hashed assets for a year, the page itself never from a cache, unknown assets as 404. */
export function serveWeb(app: NestExpressApplication): void {
  const folder = join(projectRoot, 'dist/web');
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  const assets = express.static(folder, {
    index: false,
    setHeaders: (response: Response, path: string) => {
      const hashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    // What the API answers is never a file: nobody has to look for one.
    if (request.path.startsWith('/api/')) return next();
    assets(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || NOT_A_PAGE.test(request.path) || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}
