import { foldKey } from '@fubako/kernel';

/** Whether a folded key holds every word of what somebody typed, in any spelling; nothing typed fits everything. */
export function fitsWords(search: string): (foldedKey: string) => boolean {
  const words = search
    .split(/[\s\u3000]+/)
    .map(foldKey)
    .filter(Boolean);
  return (foldedKey) => words.every((word) => foldedKey.includes(word));
}
