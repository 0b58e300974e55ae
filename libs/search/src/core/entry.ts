import { type FiscalYear, type Folded, type LocalDate, fiscalYearOf, fold, foldKey, sha256 } from '@fubako/kernel';
import { daysIn } from './dates';
import { addGrams, dayGram } from './grams';
import { type Edits, editsOf } from './original';
import {
  type CardMedium,
  PART_SOURCES,
  type PartSource,
  type SearchableDocument,
  type SearchableText,
  type SubjectKind,
} from './searchable-document';
import { serialOf } from './serial';

/** Ends every part of the folded text. Folding leaves no white space, so no needle holds it and no match crosses it. */
export const PART_END = '\n';

/** Ends the last part of each source, in the order of PART_SOURCES: fields of the box look between two of them. */
export const SOURCE_END = '\u001D';

/** Raised when something is to be found that older indexes do not have: all entries are then looked at anew. */
export const MAKE = 7;

/** Raised as well when grams, parts or what is kept of them change: texts of an older make are then written anew. */
const TEXT_MAKE = 6;

/** From this make on, entries have the places of their triples. */
export const MAKE_WITH_PLACES = 3;

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
  /** 発信者 of a receipt. */
  readonly sender?: string;
  readonly attachmentCount: number;
  /** 媒体 (RULE-11); absent in entries of an older make. */
  readonly medium?: CardMedium;
  /** All numbers folded, each ended by LF; absent in entries of an older make. */
  readonly numberKeys?: string;
}

/** A document as the index keeps it. */
export interface IndexEntry {
  readonly documentId: string;
  readonly kind: SubjectKind;
  readonly fy: FiscalYear;
  readonly sortOn: LocalDate;
  readonly state: string;
  readonly matterType: string;
  readonly drafterStaffNo: string;
  readonly ownerUnit: string;
  readonly confidentiality: string;
  readonly confidentialUntil: string | null;
  readonly amount: number | null;
  readonly decided: boolean;
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

interface FoldedPart {
  readonly part: Part;
  readonly folded: Folded;
}

export function entryOf(document: SearchableDocument): IndexEntry {
  const parts = partsOf(document);
  const folded = parts.map(({ part, folded: { folded: text } }, index) => {
    const isLast = parts[index + 1]?.part.source !== part.source;
    return text + (isLast ? SOURCE_END : PART_END);
  });
  const layout = parts.map(layoutOf);
  const serials = [...new Set(document.numbers.map(serialOf).filter((serial) => serial !== null))];
  const { documentId, sortOn, state, matterType, drafterStaffNo, ownerUnit, confidentiality, amount, decided } =
    document;
  return {
    documentId,
    kind: document.kind ?? 'document',
    sortOn,
    state,
    matterType,
    drafterStaffNo,
    ownerUnit,
    confidentiality,
    confidentialUntil: document.confidentialUntil ?? null,
    amount,
    decided,
    fy: fiscalYearOf(sortOn),
    serials,
    folded: folded.join(''),
    grams: gramsOf(parts),
    layout,
    card: cardOf(document),
    contentSha256: sha256(Buffer.from(JSON.stringify([TEXT_MAKE, folded, layout, serials]))),
  };
}

/** Parts source by source; a source without text is one empty part, so that the ends of sources can be counted. */
function partsOf(document: SearchableDocument): FoldedPart[] {
  const all: Part[] = [
    { source: 'title', text: document.title },
    ...document.numbers.map((text): Part => ({ source: 'number', text })),
    { source: 'drafter', text: document.drafterName },
    ...document.deciderNames.map((text): Part => ({ source: 'decider', text })),
    ...document.texts,
  ];
  const folded = all.map((part): FoldedPart => ({ part, folded: fold(part.text) }));
  return PART_SOURCES.flatMap((source) => {
    const ofSource = folded.filter(({ part, folded: { folded: text } }) => part.source === source && text !== '');
    return ofSource.length > 0 ? ofSource : [{ part: { source, text: '' }, folded: fold('') }];
  });
}

function layoutOf({ part: { source, text, attachmentId, page }, folded }: FoldedPart): LayoutPart {
  const length = [...folded.folded].length;
  const edits = editsOf(text, folded);
  return attachmentId === undefined ? [source, length, edits] : [source, length, edits, attachmentId, page];
}

function gramsOf(parts: readonly FoldedPart[]): number[] {
  const grams = new Set<number>();
  for (const { folded } of parts) {
    addGrams(folded.folded, grams);
    for (const { day } of daysIn(folded)) grams.add(dayGram(day));
  }
  return [...grams].sort((a, b) => a - b);
}

function cardOf({
  title,
  number,
  matterTypeName,
  sectionName,
  drafterName,
  sender,
  attachmentCount,
  medium,
  numbers,
}: SearchableDocument): EntryCard {
  const numberKeys = numbers.map((text) => foldKey(text) + PART_END).join('');
  return { title, number, matterTypeName, sectionName, drafterName, sender, attachmentCount, medium, numberKeys };
}
