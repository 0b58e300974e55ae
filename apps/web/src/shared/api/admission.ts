import { api } from './client';

/** What a file is of, by its address: asked in the page, where a proof can be asked for, before the file is. */
const doors: readonly (readonly [RegExp, (id: string) => Promise<{ response: Response }>])[] = [
  [/^\/api\/v1\/documents\/([^/]+)\//u, (id) => api.GET('/api/v1/documents/{id}', { params: { path: { id } } })],
  [/^\/api\/v1\/receipts\/([^/]+)\//u, (id) => api.GET('/api/v1/receipts/{id}', { params: { path: { id } } })],
  [
    /^\/api\/v1\/search\/openings\/([^/]+)\//u,
    (id) => api.GET('/api/v1/search/openings/{id}', { params: { path: { id } } }),
  ],
  [
    /^\/api\/v1\/search\/exports\/([^/]+)\/file$/u,
    (id) => api.GET('/api/v1/search/exports/{id}', { params: { path: { id }, query: { taking: 'true' } } }),
  ],
  [
    /^\/api\/v1\/disposal-batches\/([^/]+)\/package\/file$/u,
    (id) => api.GET('/api/v1/disposal-batches/{id}/package', { params: { path: { id }, query: { taking: 'true' } } }),
  ],
];

/**
 * Links, pictures and the viewer cannot ask for a proof (本人確認); this asks for what they belong to, and so for the proof.
 * @returns false when the proof was not given; whatever else is wrong the file itself says
 */
export async function isAdmitted(address: string): Promise<boolean> {
  for (const [pattern, ask] of doors) {
    const id = pattern.exec(address)?.[1];
    if (id !== undefined) return (await ask(decodeURIComponent(id))).response.status !== 403;
  }
  return true;
}

/** Whether {@link isAdmitted} asks anything for this address. */
export const hasDoor = (address: string): boolean => doors.some(([pattern]) => pattern.test(address));
