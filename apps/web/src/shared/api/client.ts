import createClient, { type Middleware } from 'openapi-fetch';
import { currentLocale } from '../i18n/locale';
import type { paths } from './schema';
import { NetworkError, problemOf } from './problem';

let byItself = false;
const ofThePage = new WeakSet<Request>();

/** How something is asked for: at once, or {@link unasked}. */
export type Asking = <T>(ask: () => T) => T;
export const atOnce: Asking = (ask) => ask();

/**
 * What `ask` requests, before its first `await`, the page asks for by itself: where that needs a proof (本人確認) it is refused,
 * and nobody is interrupted.
 */
export const unasked: Asking = (ask) => {
  byItself = true;
  try {
    return ask();
  } finally {
    byItself = false;
  }
};

/** Whether the page asks this by itself. */
export const isUnasked = (request: Request): boolean => ofThePage.has(request);

const first: Middleware = {
  onRequest({ request }) {
    if (byItself) ofThePage.add(request);
    request.headers.set('accept-language', currentLocale());
    return request;
  },
  onError: () => new NetworkError(),
};

/** The one typed client of the API. Paths carry the /api/v1 prefix, as in the OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(first);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** @returns the answer's body, or throws ProblemError (refused) or NetworkError (unknown whether it arrived). */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return data as T;
}

/** Headers of a write: the key makes a repeated request harmless; the version guards against a foreign change. */
export const writeHeaders = (key: string, version?: number): Record<string, string> => ({
  'Idempotency-Key': key,
  ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
});
