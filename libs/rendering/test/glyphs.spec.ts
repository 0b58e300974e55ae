import { readFileSync } from 'node:fs';
import { type Font, create } from '@cantoo/fontkit';
import { graphemesOf } from '@fubako/kernel';
import type { Face, TextMark } from '../src/core/marks';
import { printing } from './support/printing';
import { Pixels, type Rect, readPdf } from './support/readers';

const { glyphs, press } = printing();
const SIZE = 40;
const SCALE = 4;
const created = new Date('2026-11-22T00:00:00Z');

const FILES: Record<string, string> = {
  'BIZUDMincho-Regular': 'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  'BIZUDMincho-Bold': 'biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf',
  'BIZUDGothic-Regular': 'biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  'BIZUDGothic-Bold': 'biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  'NotoSerifJP-Regular': 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  'NotoSerifJP-Bold': 'noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
};
const opened = new Map<string, Font>();
function fontOf(name: string): Font {
  const known =
    opened.get(name) ?? (create(readFileSync(require.resolve(`@expo-google-fonts/${FILES[name]}`))) as Font);
  opened.set(name, known);
  return known;
}

interface Drawn {
  readonly grapheme: string;
  readonly cell: Rect;
  readonly ink: Rect | null;
  readonly coverage: number;
  readonly outline: Rect;
}

/** Prints graphemes in a grid, and puts what was rasterised beside the outline that the font file itself gives. */
async function draw(text: string, face: Face): Promise<Drawn[]> {
  const marks = graphemesOf(text).map((grapheme, index): TextMark => ({
    kind: 'text',
    x: 50 + (index % 8) * 60,
    y: 80 + Math.floor(index / 8) * 60,
    text: grapheme,
    face,
    size: SIZE,
    ink: 'black',
  }));
  const [page] = await readPdf(await press.print([marks], { title: 't', author: 'a', createdAt: created }), SCALE);
  return marks.map((mark) => {
    const cell = { left: mark.x - 8, right: mark.x + SIZE + 8, top: mark.y - SIZE, bottom: mark.y + 0.4 * SIZE };
    const font = fontOf(glyphs.find(mark.text, face).pieces[0]!.typeface.name);
    const { minX, minY, maxX, maxY } = font.glyphsForString(mark.text)[0]!.bbox;
    const points = (units: number) => (units / font.unitsPerEm) * SIZE;
    const outline = {
      left: mark.x + points(minX),
      right: mark.x + points(maxX),
      top: mark.y - points(maxY),
      bottom: mark.y - points(minY),
    };
    return {
      grapheme: mark.text,
      cell,
      outline,
      ink: page!.pixels.inkBox(cell),
      coverage: page!.pixels.coverage(cell, Pixels.dark),
    };
  });
}

function shape(grapheme: string) {
  const { standing, pieces } = glyphs.find(grapheme, 'mincho');
  return { standing, glyphIds: pieces.map((piece) => piece.glyphId) };
}

const TOLERANCE = 0.7;
function expectOutline({ grapheme, ink, outline }: Drawn): void {
  const far =
    ink === null
      ? Infinity
      : Math.max(...(['left', 'right', 'top', 'bottom'] as const).map((side) => Math.abs(ink[side] - outline[side])));
  expect({ grapheme, drawn: far < TOLERANCE, far }).toMatchObject({ grapheme, drawn: true });
}

const NAMES = '渡邉邊髙橋﨑山𠮷田葛󠄀葛城辻󠄀辻鷗德濵栁令和年月日決裁起案意見';
const MIXED = 'あいうカガパーABCxyz0189①㈱㎡（）「」、。…―〓';

describe('characters on paper', () => {
  it.each(['mincho', 'minchoBold', 'gothic', 'gothicBold'] as const)(
    'REND-20 every character of %s fills the outline its font gives it',
    async (face) => {
      for (const drawn of await draw(NAMES + MIXED, face)) expectOutline(drawn);
    },
  );

  it('REND-20 no two different names come out as the same picture, and none is blank', async () => {
    const drawn = await draw('渡邉邊髙高﨑崎𠮷吉', 'mincho');
    const coverages = drawn.map((one) => one.coverage.toFixed(5));
    expect(new Set(coverages).size).toBe(drawn.length);
    for (const { coverage } of drawn) expect(coverage).toBeGreaterThan(0.05);
  });

  it('REND-21 a variation draws its own shape: 葛󠄀 is not 葛, 辻󠄀 is not 辻', async () => {
    const [katsu, own, tsuji, ownTsuji] = await draw('葛葛󠄀辻辻󠄀', 'mincho');
    expect(own!.coverage).not.toBeCloseTo(katsu!.coverage, 4);
    expect(ownTsuji!.coverage).not.toBeCloseTo(tsuji!.coverage, 4);
  });

  it('REND-21 where the ordinary shape is the registered one, it is drawn and not reported', () => {
    expect(shape('葛󠄁')).toEqual({ standing: 'drawn', glyphIds: shape('葛').glyphIds });
  });

  it('REND-22 a variation unknown to every font prints the base character and is reported', () => {
    expect(shape('邉󠄓')).toEqual({ standing: 'base-form', glyphIds: shape('邉').glyphIds });
  });

  it('REND-20 the second font of the chain gives what the first lacks', () => {
    expect(glyphs.find('吉', 'mincho').pieces[0]!.typeface.name).toBe('BIZUDMincho-Regular');
    expect(glyphs.find('𠮷', 'mincho').pieces[0]!.typeface.name).toBe('NotoSerifJP-Regular');
    expect(glyphs.find('𠮷', 'gothicBold').pieces[0]!.typeface.name).toBe('NotoSerifJP-Bold');
  });

  it('REND-23 what no font has is absent, what cannot be seen is invisible', () => {
    for (const absent of ['𰻞', '한', '😀', '\uD83D']) expect(glyphs.find(absent, 'mincho').standing).toBe('absent');
    for (const invisible of ['\u200B', '\uFEFF', '\u0007', '\r\n'])
      expect(glyphs.find(invisible, 'mincho')).toMatchObject({ standing: 'invisible', width: 0 });
  });

  it('REND-24 marks join their base where the font has the pair in one, and presentation selectors change nothing', () => {
    expect(shape('か\u3099')).toEqual(shape('が'));
    expect(shape('①\uFE0F')).toEqual(shape('①'));
    expect(glyphs.find('\u00A0', 'mincho').standing).toBe('drawn');
  });

  it('REND-51 two characters that share a shape keep their own text', async () => {
    const text = (value: string, y: number): TextMark => ({
      kind: 'text',
      x: 50,
      y,
      text: value,
      face: 'mincho',
      size: 12,
      ink: 'black',
    });
    const bytes = await press.print([[text('葛の字', 100), text('葛󠄁の字', 130), text('葛󠄀の字', 160)]], {
      title: 't',
      author: 'a',
      createdAt: created,
    });
    const [page] = await readPdf(bytes, 1);
    expect(page!.text.split('\n').map((line) => line.trim())).toEqual(['葛の字', '葛󠄁の字', '葛󠄀の字']);
  });
});
