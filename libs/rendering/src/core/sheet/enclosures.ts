import type { ApprovalSheet } from '../approval-sheet';
import { type Composition, compose } from '../composition';
import type { Passage } from '../passage';
import { passageBlocks } from '../passages';
import { type GlyphSource, Ruler } from '../ruler';
import { footOf } from './layout';

/** An attachment as it is bound to a printed sheet. */
export interface Enclosure {
  readonly name: string;
  readonly pages: number | null;
  /** Why it is not bound here; null: it is. */
  readonly absence: string | null;
}

export interface EnclosureCovers extends Composition {
  /** Pages of the list at the beginning; one separator for each bound enclosure follows. */
  readonly listPages: number;
}

/** REND-80 A list of all attachments that says which are bound here, and a separator (仕切り) naming each of these. */
export function layOutEnclosures(
  sheet: ApprovalSheet,
  enclosures: readonly Enclosure[],
  glyphs: GlyphSource,
): EnclosureCovers {
  const numbered = enclosures.map((enclosure, index) => ({ ...enclosure, no: index + 1 }));
  const bound = numbered.filter(({ absence }) => absence === null);
  const passages = [...listOf(sheet, numbered), ...bound.flatMap((one) => separatorOf(one, enclosures.length))];
  const running = { head: `添付書類　${sheet.subject}`, foot: footOf(sheet), place: () => '添付' };
  const composition = compose(passageBlocks(passages, new Ruler(glyphs)), running, glyphs);
  return { ...composition, listPages: composition.pages.length - bound.length };
}

type Numbered = Enclosure & { readonly no: number };

const pagesOf = ({ pages }: Enclosure): string => (pages === null ? '－' : String(pages));

function listOf(sheet: ApprovalSheet, enclosures: readonly Numbered[]): Passage[] {
  return [
    { kind: 'heading', text: '添付書類の一覧' },
    { kind: 'field', label: '件名', value: sheet.subject },
    {
      kind: 'table',
      columns: [
        { heading: '番号', share: 40, align: 'center' },
        { heading: '添付書類', share: 240 },
        { heading: '頁数', share: 42, align: 'right' },
        { heading: 'この印刷に', share: 150 },
      ],
      rows: enclosures.map((one) => [
        String(one.no),
        one.name,
        pagesOf(one),
        one.absence === null ? '含む' : `含まない(${one.absence})`,
      ]),
    },
  ];
}

function separatorOf(one: Numbered, total: number): Passage[] {
  const title = { kind: 'paragraph', align: 'center' } as const;
  return [
    { kind: 'page-break' },
    { ...title, text: `添付 ${one.no} / ${total}` },
    { ...title, text: one.name },
    { ...title, text: one.pages === null ? '' : `${one.pages}頁` },
  ];
}
