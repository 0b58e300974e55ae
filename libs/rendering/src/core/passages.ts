import { graphemesOf } from '@fubako/kernel';
import { type Block, type Slice, withoutWidows } from './flow';
import type { TextMark } from './marks';
import { BODY_LEADING, MEASURE, STYLE } from './paper';
import type { Passage } from './passage';
import type { Ruler } from './ruler';
import { tableBlock } from './table';
import { type Room, setLine } from './type-setting';

const LEADING = STYLE.body.size * BODY_LEADING;
const LABEL_EMS = { least: 4, most: 10, gap: 1 } as const;
/** Slack up to this many ems is spread between the characters (字送り); more would show. */
const JUSTIFIED_EMS = 1.5;

/** Points above and below a table. */
const BESIDE_TABLE = 8;

type Field = Extract<Passage, { kind: 'field' }>;

/** Blocks of running text, in order. Neighbouring fields are set together. */
export function passageBlocks(passages: readonly Passage[], ruler: Ruler): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at];
    if (passage === undefined) continue;
    if (passage.kind !== 'field') {
      blocks.push(apartFrom(passages[at - 1], passageBlock(passage, ruler)));
      continue;
    }
    const fields = fieldsFrom(passages, at);
    const [first, ...others] = fieldBlocks(fields, ruler);
    if (first) blocks.push(apartFrom(passages[at - 1], first), ...others);
    at += fields.length - 1;
  }
  return blocks;
}

/** Text does not touch the frame of a table above it. */
function apartFrom(above: Passage | undefined, block: Block): Block {
  return above?.kind === 'table' ? { ...block, before: Math.max(block.before, BESIDE_TABLE) } : block;
}

function fieldsFrom(passages: readonly Passage[], from: number): Field[] {
  const fields: Field[] = [];
  for (const passage of passages.slice(from)) {
    if (passage.kind !== 'field') break;
    fields.push(passage);
  }
  return fields;
}

function passageBlock(passage: Exclude<Passage, Field>, ruler: Ruler): Block {
  switch (passage.kind) {
    case 'paragraph':
      return { before: 0, slices: paragraphSlices(passage.text, { align: passage.align, ruler }) };
    case 'heading':
      return headingBlock(passage.text, ruler);
    case 'table':
      return tableBlock(passage.columns, passage.rows, { ruler, before: BESIDE_TABLE });
    case 'page-break':
      return { before: 0, slices: [], onNewPage: true };
  }
}

/** A heading clings to what follows it: the next block is at least one line of text. */
function headingBlock(text: string, ruler: Ruler): Block {
  const lines = ruler.lines(text, STYLE.heading, MEASURE.width);
  const marks = lines.flatMap((line, index) =>
    setLine(line, lineRoom(MEASURE.left, index * LEADING), { style: STYLE.heading, ruler }),
  );
  return { before: 8, needsBelow: LEADING, slices: [{ height: lines.length * LEADING, marks }] };
}

const lineRoom = (left: number, top: number): Room => ({ left, right: MEASURE.right, top, height: LEADING });

function paragraphSlices(
  text: string,
  { align = 'left', ruler }: { align?: 'left' | 'center' | 'right'; ruler: Ruler },
): Slice[] {
  const slices = text.split('\n').flatMap((part) => {
    const lines = ruler.lines(part, STYLE.body, MEASURE.width);
    return lines.map((line, index): Slice => {
      const filled = align === 'left' && index < lines.length - 1;
      return { height: LEADING, marks: bodyLine(line, lineRoom(MEASURE.left, 0), { align, filled, ruler }) };
    });
  });
  return withoutWidows(slices);
}

interface BodyLine {
  readonly align: 'left' | 'center' | 'right';
  readonly filled: boolean;
  readonly ruler: Ruler;
}

function bodyLine(text: string, room: Room, { align, filled, ruler }: BodyLine): TextMark[] {
  const slack = room.right - room.left - ruler.width(text, STYLE.body);
  const gaps = graphemesOf(text).length - 1;
  const tracking = filled && gaps > 0 && slack > 0 && slack <= JUSTIFIED_EMS * STYLE.body.size ? slack / gaps : 0;
  return setLine(text, room, { style: STYLE.body, align, ruler, ...(tracking > 0 && { tracking }) });
}

/** Fields of a form: labels in one column, values in the other, each as long as it needs. */
function fieldBlocks(fields: readonly Field[], ruler: Ruler): Block[] {
  const widest = Math.max(...fields.map((field) => ruler.ems(field.label, STYLE.body.face)));
  const labelWidth = Math.min(Math.max(widest, LABEL_EMS.least), LABEL_EMS.most) * STYLE.body.size;
  const valueLeft = MEASURE.left + labelWidth + LABEL_EMS.gap * STYLE.body.size;
  return fields.map((field) => {
    const labels = ruler.lines(field.label, STYLE.body, labelWidth);
    const values = ruler.lines(field.value, STYLE.body, MEASURE.right - valueLeft);
    const slices = Array.from({ length: Math.max(labels.length, values.length) }, (_, index): Slice => {
      const label = setLine(labels[index] ?? '', lineRoom(MEASURE.left, 0), { style: STYLE.body, ruler });
      return {
        height: LEADING,
        marks: [...label, ...setLine(values[index] ?? '', lineRoom(valueLeft, 0), { style: STYLE.body, ruler })],
      };
    });
    return { before: 0, slices: withoutWidows(slices) };
  });
}
