import { type FiscalYear, type Folded, type LocalDate, fiscalYearOf, fold, foldKey, sha256 } from '@fubako/kernel';
import { addGrams } from './grams';
import { type Edits, editsOf } from './original';
import type { PartSource, SearchableDocument, SearchableText } from './searchable-document';
import { serialOf } from './serial';

/** Ends every part of the folded text. Folding leaves no white space, so no needle holds it and no match crosses it. */
export const PART_END = '\n';

/** Raised when grams or the order of parts change: entries of an older make are then written anew. */
const MAKE = 1;

/** One part: source, length in code points (as SQL counts) without the end mark, way back to the original, and its place. */
export type LayoutPart = readonly [
  source: PartSource,
  length: number,
  edits: Edits,
  attachmentId?: string,
  page?: number,
];

/** What a line of the result shows. */
export interface EntryCard {
  readonly title: string;
  readonly number: string | null;
  readonly matterTypeName: string;
  readonly sectionName: string;
  readonly drafterName: string;
  readonly attachmentCount: number;
  /** All numbers folded, each ended by LF; absent in entries of an older make. */
  readonly numberKeys?: string;
}

/** A document as the index keeps it. */
export interface IndexEntry {
  readonly documentId: string;
  readonly fy: FiscalYear;
  readonly sortOn: LocalDate;
  readonly state: string;
  readonly matterType: string;
  readonly drafterStaffNo: string;
  readonly ownerUnit: string;
  readonly confidentiality: string;
  readonly amount: number | null;
  readonly serials: readonly number[];
  readonly folded: string;
  readonly grams: readonly number[];
  readonly layout: readonly LayoutPart[];
  readonly card: EntryCard;
  /** Same digest, same text: only facts and card need to be written. */
  readonly contentSha256: Buffer;
}

interface Part extends Pick<SearchableText, 'text' | 'attachmentId' | 'page'> {
  readonly source: PartSource;
}

export function entryOf(document: SearchableDocument): IndexEntry {
  const parts = partsOf(document).map((part) => ({ part, folded: fold(part.text) }));
  const kept = parts.filter(({ part, folded }) => part.source === 'title' || folded.folded !== '');
  const folded = kept.map((each) => each.folded.folded + PART_END).join('');
  const layout = kept.map((each) => layoutOf(each.part, each.folded));
  const serials = [...new Set(document.numbers.map(serialOf).filter((serial) => serial !== null))];
  const { documentId, sortOn, state, matterType, drafterStaffNo, ownerUnit, confidentiality, amount } = document;
  return {
    documentId,
    sortOn,
    state,
    matterType,
    drafterStaffNo,
    ownerUnit,
    confidentiality,
    amount,
    fy: fiscalYearOf(sortOn),
    serials,
    folded,
    grams: gramsOf(kept.map((each) => each.folded.folded)),
    layout,
    card: cardOf(document),
    contentSha256: sha256(Buffer.from(JSON.stringify([MAKE, folded, layout, serials]))),
  };
}

function partsOf(document: SearchableDocument): Part[] {
  return [
    { source: 'title', text: document.title },
    ...document.numbers.map((text): Part => ({ source: 'number', text })),
    { source: 'body', text: document.drafterName },
    ...document.texts,
  ];
}

function layoutOf({ source, text, attachmentId, page }: Part, folded: Folded): LayoutPart {
  const length = [...folded.folded].length;
  const edits = editsOf(text, folded);
  return attachmentId === undefined ? [source, length, edits] : [source, length, edits, attachmentId, page];
}

function gramsOf(texts: readonly string[]): number[] {
  const grams = new Set<number>();
  for (const text of texts) addGrams(text, grams);
  return [...grams].sort((a, b) => a - b);
}

function cardOf({
  title,
  number,
  matterTypeName,
  sectionName,
  drafterName,
  attachmentCount,
  numbers,
}: SearchableDocument): EntryCard {
  const numberKeys = numbers.map((text) => foldKey(text) + PART_END).join('');
  return { title, number, matterTypeName, sectionName, drafterName, attachmentCount, numberKeys };
}
