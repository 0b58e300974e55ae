/** A page as dots of grey, 0 black to 255 white, row by row. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What parts a batch of pages: an empty sheet, a printed 仕切り紙. */
export type SheetKind = 'page' | 'blank' | 'separator';
export type SplitBy = 'blank' | 'separator';

/** The bars of the 仕切り紙 from top to bottom, dark and light by turns, in units: no form looks like that, either way up. */
export const SEPARATOR_BARS = [3, 1, 1, 1, 3, 1, 1, 3, 3, 1, 1, 1, 3, 1, 1] as const;
const UNITS = SEPARATOR_BARS.reduce<number>((sum, bar) => sum + bar, 0);
const BACKWARDS = SEPARATOR_BARS.toReversed();

const DARK = 128;
const FAINT = 150;
/** Lines across the page along which the bars are looked for; so many of them must agree. */
const LINES = [0.22, 0.36, 0.5, 0.64, 0.78] as const;
const AGREE = 3;
/** A bar may be off by so many units: scanners stretch, ink runs. */
const SLACK = 0.5;
const LEAST_UNIT = 2.5;
/** Punch holes and shadows of the edge lie in the margin. */
const MARGIN = 0.08;
/** The share of faint dots that dust makes on an empty sheet. */
const DUST = 0.0001;

/** What a page of a batch is, as far as the inlet asks. */
export function sheetKind(page: GreyPage, splitBy: SplitBy): SheetKind {
  if (splitBy === 'separator') return hasSeparator(page) ? 'separator' : 'page';
  return isBlank(page) ? 'blank' : 'page';
}

/**
 * The pages of each part, by number from 0. Separators are left out: they carry nothing. Empty sheets stay at the end of the part
 * that they close, because a sheet that looks empty may not be: no page of a batch is lost.
 */
export function partsOf(kinds: readonly SheetKind[]): number[][] {
  const parts: number[][] = [];
  let open: number[] | null = null;
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'separator') open = null;
    else if (open === null) parts.push((open = [index]));
    else open.push(index);
    if (kind === 'blank' && open?.some((one) => kinds[one] === 'page')) open = null;
  }
  return parts;
}

/** The bars across or along the page, whichever way it went through the scanner. */
export function hasSeparator(page: GreyPage): boolean {
  return [true, false].some((down) => LINES.filter((at) => hasBars(darkness(page, at, down))).length >= AGREE);
}

export function isBlank({ width, height, data }: GreyPage): boolean {
  const [left, top] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  let faint = 0;
  for (let y = top; y < height - top; y += 1)
    for (let x = left; x < width - left; x += 1) if ((data[y * width + x] ?? 255) < FAINT) faint += 1;
  return faint <= DUST * width * height;
}

/** Whether each dot of one line down (or along) the page is dark; five dots side by side are taken together against dust. */
function darkness({ width, height, data }: GreyPage, at: number, down: boolean): boolean[] {
  const across = Math.round((down ? width : height) * at);
  const dark: boolean[] = [];
  for (let along = 0; along < (down ? height : width); along += 1) {
    let sum = 0;
    for (let side = -2; side <= 2; side += 1) {
      const [x, y] = down ? [across + side, along] : [along, across + side];
      sum += data[y * width + x] ?? 255;
    }
    dark.push(sum / 5 < DARK);
  }
  return dark;
}

function hasBars(dark: readonly boolean[]): boolean {
  const runs = runsOf(dark);
  return runs.some(
    ({ isDark }, from) => isDark && [SEPARATOR_BARS, BACKWARDS].some((bars) => fits(runs.slice(from), bars)),
  );
}

interface Run {
  readonly isDark: boolean;
  length: number;
}

function runsOf(dark: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  for (const isDark of dark) {
    const last = runs.at(-1);
    if (last?.isDark === isDark) last.length += 1;
    else runs.push({ isDark, length: 1 });
  }
  return runs;
}

function fits(runs: readonly Run[], bars: readonly number[]): boolean {
  if (runs.length < bars.length) return false;
  const unit = runs.slice(0, bars.length).reduce((sum, { length }) => sum + length, 0) / UNITS;
  return unit >= LEAST_UNIT && bars.every((bar, n) => Math.abs((runs[n]?.length ?? 0) - bar * unit) <= SLACK * unit);
}
