import { FOLD_TABLE } from './fold-table';

/** A text as the search sees it, with the way back to what was written. */
export interface Folded {
  readonly folded: string;
  /**
   * Two numbers for each UTF-16 unit of `folded`: where the original characters it stands for begin, and where they end
   * (UTF-16 units of the original). Starts and ends never decrease.
   */
  readonly offsets: Uint32Array;
}

/** What one code point contributes. */
interface Letter {
  /** Its compatibility form, before letters that join are composed. */
  readonly compatible: string;
  readonly folded: string;
  /** Belongs to the character before it: voiced marks, accents, Hangul vowels and finals. */
  readonly joins: boolean;
  /** `blank` leaves a gap in the original, `silent` (variation selectors, joiners) belongs to the glyph before it. */
  readonly left: 'blank' | 'silent' | null;
}

type Emit = (folded: string, start: number, end: number) => void;

const JOINING = /^[\p{M}\u1160-\u11FF]/u;
const BLANK = /[\p{White_Space}\p{Cc}]/u;
const SILENT = /\p{Default_Ignorable_Code_Point}/u;
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The stand-alone voiced marks mean the joining ones: `か゛` is `が`. */
const VOICED_MARKS: ReadonlyMap<string, string> = new Map([
  ['\u309B', '\u3099'],
  ['\u309C', '\u309A'],
]);

const letters = new Map<number, Letter>();

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
function walk(text: string, emit: Emit): void {
  let start = 0;
  let end = 0;
  let open: { compatible: string; folded: string } | null = null;
  const close = () => {
    if (open !== null && open.folded !== '') emit(open.folded, start, end);
  };
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const letter = letterOf(codePoint);
    if (letter.left !== null) {
      if (letter.left === 'silent' && end === at) end = next;
    } else if (letter.joins && open !== null) {
      const compatible: string = open.compatible + letter.compatible;
      open = { compatible, folded: foldCompatible(compatible) };
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

function letterOf(codePoint: number): Letter {
  const known = letters.get(codePoint);
  if (known) return known;
  const letter = examine(String.fromCodePoint(codePoint).toWellFormed());
  letters.set(codePoint, letter);
  return letter;
}

function examine(character: string): Letter {
  if (BLANK.test(character)) return { compatible: '', folded: '', joins: false, left: 'blank' };
  if (SILENT.test(character)) return { compatible: '', folded: '', joins: false, left: 'silent' };
  const compatible = compatibleForm(character);
  return { compatible, folded: foldCompatible(compatible), joins: JOINING.test(compatible), left: null };
}

/** Spacing accents stay as they are: their NFKC form is a blank with a mark that would hang itself on the letter before. */
function compatibleForm(character: string): string {
  const voiced = VOICED_MARKS.get(character);
  if (voiced !== undefined) return voiced;
  const normal = character.normalize('NFKC');
  return normal.startsWith(' ') ? character : normal;
}

function foldCompatible(compatible: string): string {
  const lower = compatible.normalize('NFC').toLowerCase().normalize('NFC').replace(UNSEEN, '');
  let folded = '';
  for (const character of lower) folded += FOLD_TABLE.get(character) ?? character;
  return folded;
}
