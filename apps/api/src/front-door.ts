import { type IncomingMessage, type RequestListener, type ServerResponse, createServer } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Language, problemOf, refuseRequest } from '@fubako/platform/http';
import { TownTrace } from '@fubako/platform/observability';
import type { OpenTowns } from '@fubako/platform/towns';
import { problems } from '../../product/src';
import { hostOf } from './host-of';

type Refusal = 'request.unknown-host' | 'request.town-unavailable' | 'request.malformed';

/** Longer than a reverse proxy keeps an idle connection (a minute): else it sends a request into one that is being closed, and answers 502. */
const KEEP_ALIVE_MS = 75_000;

/**
 * One listener before the applications of all towns: the host name says which of them hears a request, and nothing else does.
 * `X-Forwarded-Host` is not asked, and a request that names two hosts is refused.
 */
export function frontDoor(towns: OpenTowns<NestExpressApplication>): ReturnType<typeof createServer> {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const host = hostOf(request);
    const app = host === null ? undefined : towns.at(host);
    if (host !== null && app) return enter(towns.nameAt(host), app, [request, response]);
    if (request.url === '/healthz') return say(response, 200, { status: 'ok' });
    if (request.url === '/readyz') return sayReady(response, towns.anyOpen);
    if (host === null) return refuse(request, response, 'request.malformed');
    refuse(request, response, app === null ? 'request.town-unavailable' : 'request.unknown-host');
  });
}

function enter(
  town: string | null,
  app: NestExpressApplication,
  exchange: [request: IncomingMessage, response: ServerResponse],
): void {
  const listener = app.getHttpAdapter().getInstance() as RequestListener;
  if (town === null) listener(...exchange);
  else TownTrace.run(town, () => listener(...exchange));
}

/** For load balancers, which ask by address: ready while any town is. */
function sayReady(response: ServerResponse, ready: boolean): void {
  say(response, ready ? 200 : 503, { status: ready ? 'ready' : 'unavailable' });
}

function refuse(request: IncomingMessage, response: ServerResponse, code: Refusal): void {
  const language: Language = /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja';
  const place = { language, instance: (request.url ?? '').split('?')[0] ?? '', traceId: '-' };
  const problem = problemOf(refuseRequest(code, {}), problems, place);
  if (problem.status === 503) response.setHeader('Retry-After', '15');
  // What is left of the body is not read.
  response.setHeader('Connection', 'close');
  say(response, problem.status, problem);
}

function say(response: ServerResponse, status: number, body: object): void {
  const type = 'code' in body ? 'application/problem+json' : 'application/json';
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(JSON.stringify(body));
}
