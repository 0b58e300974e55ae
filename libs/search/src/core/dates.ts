import {
  type Folded,
  type LocalDate,
  eraYearOf,
  formatEraYear,
  localDate,
  localDateOf,
  parseWareki,
  partsOf,
} from '@fubako/kernel';

/** Era letters and names, western and era years, in the spellings that offices write; over folded text. */
const ERA = '(?:明治|大正|昭和|平成|令和|[mtshr])';
const KANJI_NUMBER = '[〇一二三四五六七八九十]{1,3}';
const SPELLINGS = [
  `${ERA}(?:元|\\d{1,2})(?:年\\d{1,2}月\\d{1,2}日|[./-]\\d{1,2}[./-]\\d{1,2})`,
  `(?:明治|大正|昭和|平成|令和)(?:元|${KANJI_NUMBER})年${KANJI_NUMBER}月${KANJI_NUMBER}日`,
  `\\d{4}(?:年\\d{1,2}月\\d{1,2}日|[./-]\\d{1,2}[./-]\\d{1,2})`,
  `[mtshr]?(?:18|19|20)?\\d{6}`,
].join('|');
const ALL = new RegExp(SPELLINGS, 'gu');
const WHOLE = new RegExp(`^(?:${SPELLINGS})$`, 'u');

/** Keeps apart what a blank keeps apart in the original: `120 2026-04-01` is no date of the year 1202026. */
const GAP = ' ';

/** The day that the folded word is, in any spelling (`令和8年4月1日`, `r8.4.1`, `2026-04-01`, `20260401`); else null. */
export function dayOf(word: string): LocalDate | null {
  return WHOLE.test(word) ? read(word) : null;
}

/** A day and where it is written, in folded units, the end not included. */
export interface WrittenDay {
  readonly day: LocalDate;
  readonly from: number;
  readonly to: number;
}

/** Every day that is written in the text. */
export function daysIn(text: Folded): WrittenDay[] {
  if (!/\d{2}|[年月日]/u.test(text.folded) && !/\d[./-]\d/.test(text.folded)) return [];
  const days: WrittenDay[] = [];
  const { spaced, places } = withGaps(text);
  ALL.lastIndex = 0;
  for (let match = ALL.exec(spaced); match; match = ALL.exec(spaced)) {
    const { 0: word, index } = match;
    const end = index + word.length;
    const day = isTorn(spaced, index, end) ? null : read(word);
    if (day !== null) days.push({ day, from: places[index] ?? 0, to: (places[end - 1] ?? 0) + 1 });
    // What is no date may hold the beginning of one: 8.4.2026-04-01.
    else ALL.lastIndex = index + 1;
  }
  return days;
}

/** Spellings by which the part of a text that holds the day is found. */
export function spellingsOf(day: LocalDate): string[] {
  const { year, month, day: date } = partsOf(day);
  const { letter, year: eraYear } = eraYearOf(day);
  const two = (n: number) => String(n).padStart(2, '0');
  const ends = ['-', '/', '.'].flatMap((sign) => [
    `${sign}${month}${sign}${date}`,
    `${sign}${two(month)}${sign}${two(date)}`,
  ]);
  const words = [`年${month}月${date}日`, `年${two(month)}月${two(date)}日`];
  const short = letter.toLowerCase();
  const eras = [formatEraYear(day).slice(0, -1), short + String(eraYear), short + two(eraYear)];
  const spelled = [String(year), ...eras].flatMap((head) => [...ends, ...words].map((end) => head + end));
  return [...spelled, `${year}${two(month)}${two(date)}`, `${short}${two(eraYear)}${two(month)}${two(date)}`];
}

/** A date does not begin or end within a number, nor begin within a Latin word (`or8.4.1`). */
function isTorn(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? GAP;
  const [first = ''] = text.slice(from, to);
  if (/\d/.test(first) && /[\da-z]/.test(before)) return true;
  if (/[a-z]/.test(first) && /[a-z\d]/.test(before)) return true;
  return /\d/.test(text[to - 1] ?? '') && /[\da-z]/.test(text[to] ?? GAP);
}

function withGaps({ folded, offsets }: Folded): { spaced: string; places: number[] } {
  let spaced = '';
  const places: number[] = [];
  for (let unit = 0; unit < folded.length; unit++) {
    const apart = unit > 0 && (offsets[2 * unit] ?? 0) > (offsets[2 * unit - 1] ?? 0);
    if (apart && /[\da-z]/.test(folded[unit] ?? '') && /[\da-z]/.test(folded[unit - 1] ?? '')) {
      spaced += GAP;
      places.push(unit);
    }
    spaced += folded[unit];
    places.push(unit);
  }
  return { spaced, places };
}

function read(word: string): LocalDate | null {
  const compact = /^([mtshr])(\d\d)(\d\d)(\d\d)$/.exec(word);
  if (compact) return within(parseWareki(`${compact[1]}${Number(compact[2])}.${compact[3]}.${compact[4]}`));
  const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(word);
  if (digits) return western(digits);
  const parts = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(word);
  return parts ? western(parts) : within(parseWareki(withDigits(word)));
}

function western([, year, month, day]: readonly string[]): LocalDate | null {
  return within(localDateOf(Number(year), Number(month), Number(day)));
}

const EARLIEST = localDate('1868-01-25');
const LATEST = localDate('2099-12-31');

function within(day: LocalDate | null): LocalDate | null {
  return day !== null && day >= EARLIEST && day <= LATEST ? day : null;
}

const DIGITS = '〇一二三四五六七八九';

/** Numbers up to 99 in kanji as digits: `令和八年十二月一日` → `令和8年12月1日`. */
function withDigits(word: string): string {
  return word.replace(/[〇一二三四五六七八九十]+/gu, (kanji) => {
    const [tens, ones] = kanji.split('十');
    if (ones === undefined) return [...kanji].map((digit) => DIGITS.indexOf(digit)).join('');
    return String((tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) * 10 + Math.max(0, DIGITS.indexOf(ones || '〇')));
  });
}
