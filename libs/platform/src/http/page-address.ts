import type { Request } from 'express';

/** The address under which browsers reach us: as configured, else as this one addresses us. */
export function pageAddress(request: Request, publicUrl: string | undefined): URL {
  return new URL(publicUrl ?? `${request.protocol}://${hostIn(request)}`);
}

function hostIn(request: Request): string {
  const host = request.get('Host') ?? '';
  return URL.canParse(`http://${host}`) && /^[\w.:[\]-]+$/.test(host) ? host : 'localhost';
}
