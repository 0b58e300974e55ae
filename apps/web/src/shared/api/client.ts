import createClient, { type Middleware } from 'openapi-fetch';
import { currentLocale } from '../i18n/locale';
import type { paths } from './schema';
import { NetworkError, problemOf } from './problem';

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLocale());
    return request;
  },
  onError: () => new NetworkError(),
};

/** The one typed client of the API. Paths carry the /api/v1 prefix, as in the OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(language);

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
