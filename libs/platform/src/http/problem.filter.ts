import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import type { Request, Response } from 'express';
import { guardOf } from '../database';
import { refuse } from './errors';
import { type Problem, internalProblem, problemOf } from './problem';
import { problemPage } from './problem-page';
import { ProblemCatalogue } from './problem-catalogue';
import { languageOf, traceIdOf } from './request-context';

/** The largest JSON body (reliability 4.9). */
export const JSON_LIMIT_BYTES = 256 * 1024;

const PROBLEM = 'application/problem+json';

/** A browser opens addresses that it goes to as pages; screens and programs ask for data. */
function isOpenedInTab(request: Request): boolean {
  return request.method === 'GET' && request.accepts([PROBLEM, 'text/html']) === 'text/html';
}

/** SQLSTATE classes that mean "the answer may have been lost": connection failures and shutdowns. */
const LOST = /^(08|57P0[123])/;
const LOCK_NOT_AVAILABLE = '55P03';

/** The one place that turns errors into HTTP: RFC 9457 problems in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly catalogue: ProblemCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.problemFor(error, request);
    if (problem.status >= 500) this.logger.error({ message: 'answered with a problem', problem: problem.code }, error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    const { retryAfterSeconds } = problem;
    if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', String(retryAfterSeconds));
    response.status(problem.status).vary('Accept');
    if (isOpenedInTab(request)) response.type('html').send(problemPage(problem, languageOf(request)));
    else response.type(PROBLEM).send(JSON.stringify(problem));
  }

  private problemFor(error: unknown, request: Request): Problem {
    const place = { language: languageOf(request), instance: request.path, traceId: traceIdOf(request) };
    const known = toDomainError(error);
    return known ? problemOf(known, this.catalogue, place) : internalProblem(place);
  }
}

function toDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : property(error, 'status');
  if (status === 400) return refuse('request.malformed', {});
  if (status === 404) return refuse('request.not-found', {});
  if (status === 405) return refuse('request.method-not-allowed', {});
  if (status === 413) return refuse('request.too-large', { limitBytes: JSON_LIMIT_BYTES });
  if (status === 415) return refuse('request.unsupported-media-type', {});
  if (guardOf(error)) return refuse('request.refused-by-guard', {});
  const code = property(error, 'code');
  if (typeof code === 'string' && LOST.test(code)) return refuse('request.outcome-unknown', {});
  if (code === LOCK_NOT_AVAILABLE) return refuse('request.in-progress', {});
  if (code === 'ECONNRESET' || code === 'ECONNREFUSED') return refuse('request.outcome-unknown', {});
  return null;
}

function property(error: unknown, name: 'status' | 'code'): unknown {
  return typeof error === 'object' && error !== null && name in error
    ? (error as Record<string, unknown>)[name]
    : undefined;
}
