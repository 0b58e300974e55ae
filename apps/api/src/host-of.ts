import type { IncomingMessage } from 'node:http';

/** Lower case and without the port; null: none, several, or a target that names a host of its own. `X-Forwarded-Host` is not asked. */
export function hostOf({ headers, rawHeaders, url = '' }: IncomingMessage): string | null {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (named !== 1 || !url.startsWith('/')) return null;
  return (headers.host ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}
