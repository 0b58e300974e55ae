import { type Composition, compose } from './composition';
import type { Block } from './flow';
import { BODY_LEADING, MEASURE, STYLE } from './paper';
import type { Passage } from './passage';
import { passageBlocks } from './passages';
import { type GlyphSource, Ruler } from './ruler';
import type { Letterhead, SimpleDocument } from './simple-document';
import { setLine } from './type-setting';

const TITLE = { face: 'gothicBold', size: 15 } as const;

/** A plain document as pages of marks. */
export function layOutDocument(document: SimpleDocument, glyphs: GlyphSource): Composition {
  const ruler = new Ruler(glyphs);
  const passages = document.passages.map((passage): Passage =>
    typeof passage === 'string' ? { kind: 'paragraph', text: passage } : passage,
  );
  const blocks = [
    ...passageBlocks(letterheadPassages(document.letterhead ?? {}), ruler),
    titleBlock(document.title, ruler),
    ...passageBlocks(passages, ruler),
  ];
  return compose(blocks, { head: document.title, foot: document.author }, glyphs);
}

function letterheadPassages({ number, date, addressee, sender }: Letterhead): Passage[] {
  const line = (text: string, align: 'left' | 'right'): Passage => ({ kind: 'paragraph', text, align });
  return [
    ...[number, date].filter((text) => text !== undefined).map((text) => line(text, 'right')),
    ...(addressee === undefined ? [] : [line(addressee, 'left')]),
    ...(sender ?? []).map((text) => line(text, 'right')),
  ];
}

function titleBlock(title: string, ruler: Ruler): Block {
  const leading = TITLE.size * BODY_LEADING;
  const lines = ruler.lines(title, TITLE, MEASURE.width);
  const marks = lines.flatMap((line, index) =>
    setLine(
      line,
      { left: MEASURE.left, right: MEASURE.right, top: index * leading, height: leading },
      { style: TITLE, align: 'center', ruler },
    ),
  );
  return { before: STYLE.body.size, slices: [{ height: lines.length * leading + STYLE.body.size, marks }] };
}
