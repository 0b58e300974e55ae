import type { ApprovalSheet, SheetAttachment, SheetRemark } from '../approval-sheet';
import { type Composition, compose } from '../composition';
import type { Block } from '../flow';
import { STYLE } from '../paper';
import { passageBlocks } from '../passages';
import { type GlyphSource, Ruler } from '../ruler';
import { tableBlock } from '../table';
import { concurrenceBlock, decisionBlock } from './boxes';
import { headerBlock, titleBlock } from './header';

/** An approval sheet as pages of marks. The same sheet and fonts give the same marks. */
export function layOutSheet(sheet: ApprovalSheet, glyphs: GlyphSource): Composition {
  const ruler = new Ruler(glyphs);
  const concurrences = concurrenceBlock(sheet.concurrenceBoxes, ruler);
  const blocks: Block[] = [
    titleBlock(sheet, ruler),
    decisionBlock(sheet.decisionBoxes, ruler),
    ...(concurrences ? [concurrences] : []),
    headerBlock(sheet, ruler),
    ...setApart(passageBlocks(sheet.body, ruler)),
    ...attachmentBlocks(sheet.attachments, ruler),
    ...remarkBlocks(sheet.remarks, ruler),
  ];
  return compose(blocks, { head: `${sheet.title}　${sheet.subject}`, foot: footOf(sheet) }, glyphs);
}

/** What every page of the sheet, and of what is bound to it, says at its foot. */
export function footOf({ footer }: ApprovalSheet): string {
  const parts = [footer.number, footer.state, `印刷 ${footer.printedAtText} ${footer.printedBy}`];
  return parts.filter((part) => part !== '').join('　');
}

const setApart = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => (index === 0 ? { ...block, before: 1.4 * STYLE.body.size } : block));

function attachmentBlocks(attachments: readonly SheetAttachment[], ruler: Ruler): Block[] {
  if (attachments.length === 0) return [];
  const columns = [
    { heading: '番号', share: 40, align: 'center' },
    { heading: '添付書類', share: 380 },
    { heading: '頁数', share: 52, align: 'right' },
  ] as const;
  const rows = attachments.map(({ name, pages }, index) => [
    String(index + 1),
    name,
    pages === null ? '－' : String(pages),
  ]);
  return [tableBlock(columns, rows, { ruler, before: 14 })];
}

function remarkBlocks(remarks: readonly SheetRemark[], ruler: Ruler): Block[] {
  if (remarks.length === 0) return [];
  const columns = [
    { heading: '区分', share: 46 },
    { heading: '月日', share: 62 },
    { heading: '職・氏名', share: 110 },
    { heading: '意見等', share: 255 },
  ];
  const rows = remarks.map(({ label, date, who, text }) => [label, date, who, text]);
  return [tableBlock(columns, rows, { ruler, before: 14 })];
}
