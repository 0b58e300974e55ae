import { graphemesOf } from '@fubako/kernel';
import type { CircleMark, Ink, Mark, TextMark } from '../core/marks';
import { PAPER } from '../core/paper';
import type { DocumentFonts } from './document-fonts';
import type { EmbeddedFont } from './embedded-font';
import type { GlyphFinder, ShapedGlyph } from './glyph-finder';
import { hex4, utf16Hex } from './to-unicode';

const COLOUR: Record<Ink, string> = {
  black: '0 0 0',
  grey: '.45 .45 .45',
  vermilion: '.75 .13 .11',
  white: '1 1 1',
  shade: '.945 .945 .945',
};
/** Rules reach half their width beyond their ends, so that corners close. */
const SQUARE_CAPS = '2 J';
/** Control points of a quarter circle drawn as a Bézier curve. */
const KAPPA = 0.5523;
/** Letters spaced wider than this (in ems) read as separate words; then the text layer names the whole word. */
const WORD_GAP = 0.2;
const GETA_FRAME = { inset: 0.05, below: 0.1, height: 0.96, width: 0.4 } as const;

export interface PressFonts {
  readonly finder: GlyphFinder;
  readonly used: DocumentFonts;
}

/** Content stream of one page (ISO 32000-1, 8.2). Marks count from the top, PDF from the bottom. */
export function pageContent(marks: readonly Mark[], fonts: PressFonts): string {
  return [SQUARE_CAPS, ...marks.map((mark) => operators(mark, fonts))].join('\n');
}

function operators(mark: Mark, fonts: PressFonts): string {
  switch (mark.kind) {
    case 'line':
      return `${COLOUR[mark.ink]} RG ${n(mark.width)} w ${point(mark.x, mark.y)} m ${point(mark.toX, mark.toY)} l S`;
    case 'area':
      return `${COLOUR[mark.ink]} rg ${point(mark.x, mark.y + mark.height)} ${n(mark.width)} ${n(mark.height)} re f`;
    case 'circle':
      return circle(mark);
    case 'text':
      return text(mark, fonts);
  }
}

const n = (value: number): string => String(Math.round(value * 1000) / 1000);
const point = (x: number, y: number): string => `${n(x)} ${n(PAPER.height - y)}`;

function circle({ x, y, radius, width, ink, dashed }: CircleMark): string {
  const k = radius * KAPPA;
  const curve = (...points: readonly (readonly [number, number])[]) =>
    `${points.map(([dx, dy]) => point(x + dx, y + dy)).join(' ')} c`;
  const path = [
    `${point(x + radius, y)} m`,
    curve([radius, k], [k, radius], [0, radius]),
    curve([-k, radius], [-radius, k], [-radius, 0]),
    curve([-radius, -k], [-k, -radius], [0, -radius]),
    curve([k, -radius], [radius, -k], [radius, 0]),
  ].join(' ');
  const drawn = `${COLOUR[ink]} RG ${n(width)} w ${path} s`;
  return dashed ? `q [2.5 2] 0 d ${drawn} Q` : drawn;
}

interface Run {
  readonly font: EmbeddedFont;
  readonly x: number;
  codes: string;
}

function text(mark: TextMark, fonts: PressFonts): string {
  const { size, squeeze = 1, tracking = 0 } = mark;
  const runs: Run[] = [];
  const frames: string[] = [];
  let faithful = tracking <= WORD_GAP * size;
  let x = mark.x;
  for (const grapheme of graphemesOf(mark.text)) {
    const glyph = fonts.finder.find(grapheme, mark.face);
    if (glyph.standing === 'absent') frames.push(getaFrame(mark, x));
    faithful = append(runs, { glyph, x, em: size * squeeze, fonts: fonts.used }) && faithful;
    if (glyph.standing !== 'invisible') x += glyph.width * size * squeeze + tracking;
  }
  // Character spacing is scaled with the text, so it is given unscaled.
  const state = `BT ${COLOUR[mark.ink]} rg ${n(tracking / squeeze)} Tc ${n(squeeze * 100)} Tz`;
  const shown = runs.map(
    ({ font, x: left, codes }) => `/${font.resource} ${n(size)} Tf 1 0 0 1 ${point(left, mark.y)} Tm <${codes}> Tj`,
  );
  const drawn = `${[state, ...shown].join(' ')} ET${frames.join('')}`;
  return faithful ? drawn : `/Span << /ActualText <FEFF${utf16Hex(mark.text)}> >> BDC ${drawn} EMC`;
}

/** Adds a grapheme to the runs; false when the text layer would not give it back. */
function append(
  runs: Run[],
  { glyph, x, em, fonts }: { glyph: ShapedGlyph; x: number; em: number; fonts: DocumentFonts },
): boolean {
  let left = x;
  let faithful = true;
  for (const piece of glyph.pieces) {
    const encoded = fonts.encode(piece);
    const last = runs.at(-1);
    if (last?.font === encoded.font) last.codes += hex4(encoded.code);
    else runs.push({ font: encoded.font, x: left, codes: hex4(encoded.code) });
    left += piece.typeface.advance(piece.glyphId) * em;
    faithful &&= encoded.faithful;
  }
  return faithful;
}

function getaFrame({ size, squeeze = 1, y, ink }: TextMark, x: number): string {
  const inset = GETA_FRAME.inset * size;
  const box = `${point(x + inset, y + GETA_FRAME.below * size)} ${n(size * squeeze - 2 * inset)} ${n(GETA_FRAME.height * size - inset)} re`;
  return ` ${COLOUR[ink]} RG ${GETA_FRAME.width} w ${box} S`;
}
