import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@fubako/platform/config';
import { type Clock, Visits } from '@fubako/platform/database';
import { JSON_LIMIT_BYTES, onlyPlainJson } from '@fubako/platform/http';
import { JsonLogger, traceRequests } from '@fubako/platform/observability';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { ApiModule } from './api-module';
import { serveFilesHost } from './files-host';
import { openApiDocument, serveOpenApi } from './open-api';
import { securityHeaders } from './security-headers';
import { serveTheme } from './theme-style';
import { serveWeb } from './web-files';

export const API_PREFIX = 'api/v1';

/**
 * The API, wired but not listening: main, tests and the OpenAPI command all start from here.
 * @param adapter of a server that several towns share
 */
export async function createApi(
  settings: Settings,
  clock?: Clock,
  adapter = new ExpressAdapter(),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings, clock), adapter, {
    bodyParser: false,
    logger: new JsonLogger(settings.values.LOG_LEVEL),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Nobody keeps what the API answers (`no-store`): a digest over every answer would be compared with nothing. Files have theirs.
  app.set('etag', () => undefined);
  app.set('trust proxy', settings.values.TRUSTED_PROXIES);
  serveFilesHost(app, settings);
  app.use(traceRequests);
  app.use((_request: unknown, _response: unknown, next: () => void) => Visits.begin(next));
  app.use(securityHeaders);
  packAnswers(app);
  app.useBodyParser('json', { limit: JSON_LIMIT_BYTES, strict: true, reviver: onlyPlainJson });
  app.setGlobalPrefix(API_PREFIX, { exclude: ['healthz', 'readyz'] });
  return app;
}

/**
 * What fits a few packets is sent faster than it is packed: packing a page of fifty lines costs as much as making it. Files of
 * the web are kept by the browser, and packed sooner.
 */
function packAnswers(app: NestExpressApplication): void {
  const data = compression({ threshold: '32kb' });
  const files = compression({ threshold: '8kb' });
  app.use((request: Request, response: Response, next: NextFunction) =>
    (isOfApi(request) ? data : files)(request, response, next),
  );
}

const isOfApi = ({ originalUrl }: { readonly originalUrl?: string }): boolean =>
  originalUrl?.startsWith(`/${API_PREFIX}/`) ?? false;

/** Everything that stands beside the routes of the libs. Call before `init` or `listen`: afterwards every other path is a 404. */
export function addPages(app: NestExpressApplication, settings: Settings): void {
  serveOpenApi(app, openApiDocument(app), settings);
  serveTheme(app);
  serveWeb(app);
}
