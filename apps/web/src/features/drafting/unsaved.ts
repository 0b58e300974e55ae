import type { DraftValues } from './draft-values';

/** What was typed and has not reached the server. */
export interface Unsaved {
  /** Of the document it was typed upon; 0 before there is one. */
  readonly version: number;
  readonly at: string;
  readonly values: DraftValues;
}

const prefix = 'fubako.unsaved:';

/** Whose draft, and which: the document, or what a new one starts from. */
export interface Place {
  readonly staffNo: string;
  readonly draft: string;
}

const keyOf = ({ staffNo, draft }: Place) => `${prefix}${staffNo}:${draft}`;

/** Kept in the browser only, for the person who typed it; a full or forbidden store is no reason to stop typing. */
export function keepUnsaved(store: Storage, place: Place, unsaved: Unsaved): void {
  try {
    store.setItem(keyOf(place), JSON.stringify(unsaved));
  } catch {
    // The server is asked to store it anyway.
  }
}

export function readUnsaved(store: Storage, place: Place): Unsaved | null {
  try {
    const text = store.getItem(keyOf(place));
    return text === null ? null : (JSON.parse(text) as Unsaved);
  } catch {
    return null;
  }
}

export const dropUnsaved = (store: Storage, place: Place): void => store.removeItem(keyOf(place));

/** Who signs out leaves nothing behind. */
export function forgetUnsaved(store: Storage): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const key of keys) if (key.startsWith(prefix)) store.removeItem(key);
}
