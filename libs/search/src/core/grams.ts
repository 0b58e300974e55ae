import { type LocalDate, daysBetween, localDate } from '@fubako/kernel';

/**
 * Grams of folded texts: the keys of the index. All are taken over UTF-16 units, so a character outside the basic plane is
 * simply two units and needs no rule of its own. Four kinds share one int4 without ever meeting:
 * - one unit: its code, 0x0021..0xFFFF;
 * - two units: first code in the high half, second in the low half; high halves begin at 0x0021, because a folded text holds
 *   neither control characters nor blanks;
 * - three units of the crowded alphabet (hiragana, digits, dash), whose pairs are in nearly every document: 7 bits each above
 *   0x10000, so the high half ends at 0x0019;
 * - days that are written in the text, in whatever spelling: from 0x001A0000, so the high half ends at 0x001B;
 * - any other three units, in one of 327,680 places: from 0x001C0000, so the high half ends at 0x0020. Several triples share a
 *   place, so it proves nothing; it leaves few texts to be compared.
 */
const TRIPLES_FROM = 0x10000;
const DAYS_FROM = 0x1a_0000;
const PLACES_FROM = 0x1c_0000;
const PLACES = 0x5_0000;
const FIRST_DAY = localDate('1868-01-25');
const HIRAGANA_FROM = 0x3041;
const HIRAGANA_TO = 0x3096;
const ZERO = 0x30;
const DASH = 0x2d;

/** More keys than this make a lookup slower, not narrower: the text itself is compared anyway. */
const MOST_REQUIRED = 24;

/** Adds every gram of `folded` to `grams`. */
export function addGrams(folded: string, grams: Set<number>): void {
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    grams.add(unit);
    if (at + 1 < folded.length) grams.add(pair(unit, folded.charCodeAt(at + 1)));
    const triple = tripleAt(folded, at);
    if (triple !== null) grams.add(triple);
    const place = placeAt(folded, at);
    if (place !== null) grams.add(place);
  }
}

/**
 * Grams that every text holding `needle` has: all that are needed, and no more than are worth looking up.
 * @param places whether all entries have the places of their triples: those of an older make have none
 */
export function requiredGrams(needle: string, places: boolean): number[] {
  if (needle.length === 1) return [needle.charCodeAt(0)];
  const grams = new Map<number, number>();
  // From four units on, triples say all that pairs say.
  const pairs = !places || needle.length <= 3;
  for (let at = 0; at + 1 < needle.length; at++) {
    const triple = tripleAt(needle, at);
    if (triple !== null) grams.set(triple, CROWD.triple);
    // A triple implies both its pairs.
    else if (pairs && (at === 0 || tripleAt(needle, at - 1) === null))
      grams.set(pair(needle.charCodeAt(at), needle.charCodeAt(at + 1)), crowdOf(needle, at));
    const place = places ? placeAt(needle, at) : null;
    if (place !== null) grams.set(place, CROWD.place);
  }
  return [...grams]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST_REQUIRED)
    .map(([gram]) => gram);
}

/** Whether having the grams already proves that the text holds `needle`, so that no text need be read. */
export function provenByGrams(needle: string): boolean {
  return needle.length <= 2 || (needle.length === 3 && tripleAt(needle, 0) !== null);
}

/** The key of texts in which the day is written. @param day from 1868-01-25 to 2099-12-31 */
export function dayGram(day: LocalDate): number {
  return DAYS_FROM + daysBetween(FIRST_DAY, day);
}

/** Rough commonness of grams, rarest first. */
const CROWD = { place: 0, rare: 1, mixed: 2, triple: 3, common: 4 } as const;

function crowdOf(text: string, at: number): number {
  const crowded = [text.charCodeAt(at), text.charCodeAt(at + 1)].filter((unit) => crowdedIndex(unit) !== null).length;
  return crowded === 2 ? CROWD.common : crowded === 1 ? CROWD.mixed : CROWD.rare;
}

function pair(first: number, second: number): number {
  return (first << 16) | second;
}

function tripleAt(text: string, at: number): number | null {
  if (at + 2 >= text.length) return null;
  const a = crowdedIndex(text.charCodeAt(at));
  const b = crowdedIndex(text.charCodeAt(at + 1));
  const c = crowdedIndex(text.charCodeAt(at + 2));
  return a === null || b === null || c === null ? null : TRIPLES_FROM + ((a << 14) | (b << 7) | c);
}

/** Where three units stand that are not all of the crowded alphabet. */
function placeAt(text: string, at: number): number | null {
  if (at + 2 >= text.length || tripleAt(text, at) !== null) return null;
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
  const spread = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return PLACES_FROM + (((spread ^ (spread >>> 12)) >>> 0) % PLACES);
}

function crowdedIndex(unit: number): number | null {
  if (unit >= HIRAGANA_FROM && unit <= HIRAGANA_TO) return unit - HIRAGANA_FROM;
  if (unit >= ZERO && unit <= ZERO + 9) return HIRAGANA_TO - HIRAGANA_FROM + 1 + unit - ZERO;
  return unit === DASH ? HIRAGANA_TO - HIRAGANA_FROM + 11 : null;
}
