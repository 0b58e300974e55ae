/** A document as an address: the reading at the left and the enclosure at the right. */
export interface DocumentSearch {
  tab?: string;
  file?: string;
  /** Page of the file at which it opens, and the words that are marked there. */
  page?: number;
  mark?: string[];
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function documentSearch(raw: Record<string, unknown>): DocumentSearch {
  const tab = text(raw.tab);
  const file = text(raw.file);
  const { page, mark } = raw;
  return {
    ...(tab ? { tab } : {}),
    ...(file ? { file } : {}),
    ...(typeof page === 'number' && page > 0 ? { page } : {}),
    ...(Array.isArray(mark) && mark.length > 0 ? { mark: mark.map(String) } : {}),
  };
}
