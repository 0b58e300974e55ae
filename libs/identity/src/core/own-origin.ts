/** What a browser says about where a request was made. Headers that were not sent are undefined. */
export interface Provenance {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  /** Address that browsers use for this server, when it is configured. */
  readonly publicOrigin: string | undefined;
}

/**
 * ID-8 Whether a writing request was made by our own pages. Browsers send one of the two headers with every write, so a
 * request with neither comes from a program, which carries no one else's cookies.
 */
export function isFromOwnPages({ secFetchSite, origin, host, publicOrigin }: Provenance): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none';
  if (origin === undefined) return true;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  return host !== undefined && hostOf(origin) === host.toLowerCase();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
