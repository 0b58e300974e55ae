import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { arrivalOf, traceIdOf } from '../http';
import { RequestTrace } from './request-trace';

const logger = new Logger('http');
const QUIET = new Set(['/healthz', '/readyz']);

/** Express middleware, first in line: one trace id for the request and one log line when it is answered. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const started = arrivalOf(request);
  const trace = traceIdOf(request);
  // The path without its query: people type what they search for into queries.
  const { method, path } = request;
  response.once('close', () => {
    if (QUIET.has(path)) return;
    const facts = { method, path, status: response.statusCode, ms: Math.round(performance.now() - started) };
    RequestTrace.run(trace, () =>
      logger.log({ message: response.writableFinished ? 'answered' : 'abandoned', ...facts }),
    );
  });
  RequestTrace.run(trace, next);
}
