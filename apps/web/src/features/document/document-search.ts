/** A document as an address: the reading at the left and the enclosure at the right. */
export interface DocumentSearch {
  tab?: string;
  file?: string;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function documentSearch(raw: Record<string, unknown>): DocumentSearch {
  const tab = text(raw.tab);
  const file = text(raw.file);
  return { ...(tab ? { tab } : {}), ...(file ? { file } : {}) };
}
