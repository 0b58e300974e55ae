import { formatWareki, localDateAt } from '@fubako/kernel';

const JAPAN_OFFSET_MS = 9 * 3_600_000;

/** `2026-06-10T01:30:00Z` → 令和8年6月10日 10:30, as the clock in Japan says. */
export function momentInJapanese(instant: string): string {
  const at = new Date(instant);
  return `${formatWareki(localDateAt(at))} ${clockOf(at)}`;
}

export function momentInEnglish(instant: string): string {
  const at = new Date(instant);
  return `${localDateAt(at)} ${clockOf(at)}`;
}

function clockOf(at: Date): string {
  return new Date(at.getTime() + JAPAN_OFFSET_MS).toISOString().slice(11, 16);
}
