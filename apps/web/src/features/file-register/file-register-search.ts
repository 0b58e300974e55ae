export interface FileRegisterSearch {
  edition?: 'public';
  asOf?: string;
}

/** Which edition of the register, as of which day, the address names. */
export function fileRegisterSearch(raw: Record<string, unknown>): FileRegisterSearch {
  return {
    ...(raw.edition === 'public' ? { edition: 'public' as const } : {}),
    ...(typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf) ? { asOf: raw.asOf } : {}),
  };
}
