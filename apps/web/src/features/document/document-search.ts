/** A document as an address: the reading at the left and the enclosure at the right, or two enclosures beside each other. */
export interface DocumentSearch {
  tab?: string | undefined;
  file?: string | undefined;
  /** The enclosure at the left, in the place of the reading. */
  beside?: string | undefined;
  /** Page of the file at which it opens, and the words that are marked there. */
  page?: number;
  mark?: string[];
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function documentSearch(raw: Record<string, unknown>): DocumentSearch {
  const tab = text(raw.tab);
  const file = text(raw.file);
  const beside = text(raw.beside);
  const { page, mark } = raw;
  return {
    ...(tab ? { tab } : {}),
    ...(file ? { file } : {}),
    ...(beside ? { beside } : {}),
    ...(typeof page === 'number' && page > 0 ? { page } : {}),
    ...(Array.isArray(mark) && mark.length > 0 ? { mark: mark.map(String) } : {}),
  };
}
