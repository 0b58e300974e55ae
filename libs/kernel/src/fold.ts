import { KANJI_TABLE, SIGN_TABLE } from './fold-table';

/** A text as the search sees it, with the way back to what was written. */
export interface Folded {
  readonly folded: string;
  /**
   * Two numbers for each UTF-16 unit of `folded`: where the original characters it stands for begin, and where they end
   * (UTF-16 units of the original). Starts and ends never decrease.
   */
  readonly offsets: Uint32Array;
}

/**
 * What folding makes one: `width` full and half width, letter case, compatibility forms, dashes and waves; `kana` half-width
 * kana and stand-alone voiced marks; `kanji` old and variant forms; `ivs` forms of one kanji told apart by a selector (異体字セレクタ).
 */
export const FOLDINGS = ['width', 'kana', 'kanji', 'ivs'] as const;
export type Folding = (typeof FOLDINGS)[number];

/** What one code point contributes. */
interface Letter {
  /** Its compatibility form, before letters that join are composed. */
  readonly compatible: string;
  readonly folded: string;
  /** Belongs to the character before it: voiced marks, accents, Hangul vowels and finals. */
  readonly joins: boolean;
  /**
   * `blank` leaves a gap in the original, `silent` (variation selectors, joiners) belongs to the glyph right before it, and so
   * does `selector`, where selectors count.
   */
  readonly left: 'blank' | 'silent' | 'selector' | null;
}

type Emit = (folded: string, start: number, end: number) => void;

const JOINING = /^[\p{M}\u1160-\u11FF]/u;
const BLANK = /[\p{White_Space}\p{Cc}]/u;
const SILENT = /\p{Default_Ignorable_Code_Point}/u;
/** 異体字セレクタ: Unicode variation selectors, with those of the Ideographic Variation Database (UTS #37). */
const SELECTOR = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The stand-alone voiced marks mean the joining ones: `か゛` is `が`. */
const VOICED_MARKS: ReadonlyMap<string, string> = new Map([
  ['\u309B', '\u3099'],
  ['\u309C', '\u309A'],
]);

/** Half-width katakana with their marks, and the stand-alone voiced marks. */
const NARROW_KANA = /[\uFF61-\uFF9F\u309B\u309C]/u;

/** Letters already examined, for each set of foldings in use. */
const known = new Map<string, Alphabet>();

interface Alphabet {
  readonly off: ReadonlySet<Folding>;
  readonly letters: Map<number, Letter>;
}

function alphabetWithout(off: readonly Folding[]): Alphabet {
  const key = FOLDINGS.filter((folding) => off.includes(folding)).join();
  const alphabet = known.get(key) ?? { off: new Set(off), letters: new Map<number, Letter>() };
  known.set(key, alphabet);
  return alphabet;
}

const FULL = alphabetWithout([]);

/**
 * Folds `text` for searching: NFKC, lower case, old and variant kanji to the common form, dashes and waves united, white space,
 * control characters and variation selectors left out. Hiragana and katakana stay apart. Folding twice changes nothing.
 */
export function fold(text: string): Folded {
  const pieces: string[] = [];
  const offsets: number[] = [];
  walk(text, (folded, start, end) => {
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit++) offsets.push(start, end);
  });
  return { folded: pieces.join(''), offsets: Uint32Array.from(offsets) };
}

/** The folded text alone: two texts with one key are one to the search. */
export function foldKey(text: string): string {
  let key = '';
  walk(text, (folded) => {
    key += folded;
  });
  return key;
}

/**
 * `text` with some foldings switched off; white space is left out all the same. Two texts with one such key are
 * written alike in these respects. With nothing off it is {@link foldKey}.
 */
export function foldKeyWithout(text: string, off: readonly Folding[]): string {
  let key = '';
  walk(
    text,
    (folded) => {
      key += folded;
    },
    alphabetWithout(off),
  );
  return key;
}

/**
 * The original characters behind the folded units `from` (inclusive) to `to` (exclusive), as UTF-16 offsets of the original.
 * @throws RangeError when the range is empty or outside the folded text.
 */
export function originalRange({ offsets }: Folded, from: number, to: number): [number, number] {
  const start = offsets[2 * from];
  const end = offsets[2 * to - 1];
  if (from >= to || start === undefined || end === undefined)
    throw new RangeError(`No folded text from ${from} to ${to}.`);
  return [start, end];
}

/** Calls `emit` once for each character with what joins it; characters that leave nothing are passed over. */
function walk(text: string, emit: Emit, alphabet: Alphabet = FULL): void {
  let start = 0;
  let end = 0;
  let open: Joined | null = null;
  const close = () => {
    if (open !== null && open.folded !== '') emit(open.folded, start, end);
  };
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const letter = letterOf(codePoint, alphabet);
    if (letter.left !== null) {
      const follows = letter.left !== 'blank' && end === at;
      if (follows) end = next;
      if (follows && letter.left === 'selector' && open !== null) open = joined(open, letter, alphabet);
    } else if (letter.joins && open !== null) {
      open = joined(open, letter, alphabet);
      end = next;
    } else {
      close();
      open = letter;
      start = at;
      end = next;
    }
    at = next;
  }
  close();
}

type Joined = Pick<Letter, 'compatible' | 'folded'>;

function joined(open: Joined, letter: Letter, { off }: Alphabet): Joined {
  const compatible = open.compatible + letter.compatible;
  return { compatible, folded: foldCompatible(compatible, off) };
}

function letterOf(codePoint: number, { off, letters }: Alphabet): Letter {
  const examined = letters.get(codePoint);
  if (examined) return examined;
  const letter = examine(String.fromCodePoint(codePoint).toWellFormed(), off);
  letters.set(codePoint, letter);
  return letter;
}

const NOTHING = { compatible: '', folded: '', joins: false } as const;

function examine(character: string, off: ReadonlySet<Folding>): Letter {
  if (BLANK.test(character)) return { ...NOTHING, left: 'blank' };
  if (off.has('ivs') && SELECTOR.test(character)) return { ...NOTHING, compatible: character, left: 'selector' };
  if (SILENT.test(character)) return { ...NOTHING, left: 'silent' };
  const kept = off.has(NARROW_KANA.test(character) ? 'kana' : 'width');
  const compatible = kept ? character.normalize('NFC') : compatibleForm(character);
  return { compatible, folded: foldCompatible(compatible, off), joins: JOINING.test(compatible), left: null };
}

/** Spacing accents stay as they are: their NFKC form is a blank with a mark that would hang itself on the letter before. */
function compatibleForm(character: string): string {
  const voiced = VOICED_MARKS.get(character);
  if (voiced !== undefined) return voiced;
  const normal = character.normalize('NFKC');
  return normal.startsWith(' ') ? character : normal;
}

function foldCompatible(compatible: string, off: ReadonlySet<Folding>): string {
  const composed = compatible.normalize('NFC');
  const lower = off.has('width') ? composed : composed.toLowerCase().normalize('NFC');
  let folded = '';
  const seen = lower.replace(UNSEEN, (character) => (off.has('ivs') && SELECTOR.test(character) ? character : ''));
  for (const character of seen) folded += commonForm(character, off);
  return folded;
}

function commonForm(character: string, off: ReadonlySet<Folding>): string {
  const kanji = off.has('kanji') ? undefined : KANJI_TABLE.get(character);
  const sign = off.has('width') ? undefined : SIGN_TABLE.get(character);
  return kanji ?? sign ?? character;
}

/** Forms of each kanji that has several, the common one first. */
const KANJI_FORMS: ReadonlyMap<string, string> = (() => {
  const forms = new Map<string, string>();
  for (const [variant, common] of KANJI_TABLE) forms.set(common, (forms.get(common) ?? common) + variant);
  return forms;
})();

/** For each kanji of `text` that folding makes one with others: all its forms, the common one first, each group once. */
export function kanjiForms(text: string): string[] {
  const common = [...text.normalize('NFKC')].map((character) => KANJI_TABLE.get(character) ?? character);
  return [...new Set(common.flatMap((character) => KANJI_FORMS.get(character) ?? []))];
}
