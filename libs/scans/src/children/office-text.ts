import { type Flow, flowingText, ODF_FLOW, OOXML_FLOW } from './flowing-text';
import { type PackageParts, packageParts, partsInOrder } from './written-parts';
import { sharedStrings, sheetText } from './sheet-text';

/** Kinds of office files whose words are read out of their XML. */
export type OfficeKind = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp';

const WANTED: Readonly<Record<'docx' | 'xlsx' | 'pptx' | 'odf', RegExp>> = {
  docx: /^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/u,
  xlsx: /^xl\/(workbook|sharedStrings|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/u,
  pptx: /^ppt\/(presentation|_rels\/presentation|slides\/[^/]+)\.xml(\.rels)?$/u,
  odf: /^(content|styles)\.xml$/u,
};

/** The text of an office file: a page for each sheet or slide, one for a letter. @throws Error when it is broken */
export async function officeText(bytes: Buffer, kind: OfficeKind): Promise<string[]> {
  const ooxml = kind === 'docx' || kind === 'xlsx' || kind === 'pptx';
  const wanted = WANTED[ooxml ? kind : 'odf'];
  const parts = await packageParts(bytes, (name) => wanted.test(name));
  if (kind === 'docx') return [letter(parts)];
  if (kind === 'xlsx') return workbook(parts);
  if (kind === 'pptx') return slides(parts);
  const pages = flowingText(parts.get('content.xml') ?? '<none/>', odfFlow(kind));
  // Headers and footers of a letter stand with its styles.
  const around = kind === 'odt' ? flowingText(parts.get('styles.xml') ?? '<none/>', ODF_FLOW) : [];
  return kind === 'odt' ? [[...pages, ...around].join('\n')] : pages;
}

function letter(parts: PackageParts): string {
  const order = ['word/document.xml', ...[...parts.keys()].toSorted().filter((name) => name !== 'word/document.xml')];
  return order.flatMap((name) => flowingText(parts.get(name) ?? '<none/>', OOXML_FLOW)).join('\n');
}

function workbook(parts: PackageParts): string[] {
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '<none/>');
  return partsInOrder(parts, 'xl/workbook.xml', 'sheet').map(
    ({ part, title }) => `${title}\n${sheetText(parts.get(part) ?? '<none/>', strings)}`,
  );
}

function slides(parts: PackageParts): string[] {
  return partsInOrder(parts, 'ppt/presentation.xml', 'sldId').map(({ part }) =>
    flowingText(parts.get(part) ?? '<none/>', OOXML_FLOW).join('\n'),
  );
}

function odfFlow(kind: OfficeKind): Flow {
  if (kind === 'ods') return { ...ODF_FLOW, page: 'table' };
  return kind === 'odp' ? { ...ODF_FLOW, page: 'page' } : ODF_FLOW;
}
