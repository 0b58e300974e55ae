import { type Folding, fiscalYearOf, fold, foldKey, foldKeyWithout } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { SearchFilter } from '../../src/core/question';
import type { SearchFolding } from '../../src/core/query';
import { type AskedQuery, DATE_SPELLINGS, type Wish } from './asked';
import { FILES, type TownDocument, UNIT_NAMES } from './town';

/** What the answer must be, by looking at every document: newest first. Nothing of the search is used but folding itself. */
export function truth(documents: readonly TownDocument[], asked: AskedQuery, reader: Actor): TownDocument[] {
  return documents
    .filter(
      (document) =>
        mayRead(document, reader) &&
        passes(document, asked.filter) &&
        asked.wishes.every((wish) => holds(document, wish, asked.off)),
    )
    .sort((a, b) => (a.sortOn === b.sortOn ? (a.documentId < b.documentId ? 1 : -1) : a.sortOn < b.sortOn ? 1 : -1));
}

function holds(document: TownDocument, wish: Wish, off: readonly SearchFolding[]): boolean {
  switch (wish.kind) {
    case 'word':
      return hasWord(document, wish, off);
    case 'years':
      return isBetween(fiscalYearOf(document.sortOn), wish);
    case 'decided':
      return document.decided && isBetween(document.sortOn, wish);
    case 'amount':
      return document.amount !== null && isBetween(document.amount, wish);
    case 'unit':
      return UNIT_NAMES.some(
        ({ code, name }) =>
          code === document.ownerUnit &&
          (foldKey(name).includes(foldKey(wish.text)) || foldKey(code) === foldKey(wish.text)),
      );
    case 'file':
      return FILES.some(
        ({ id, title, classCode }) =>
          id === document.fileId &&
          (foldKey(title).includes(foldKey(wish.text)) || foldKey(classCode) === foldKey(wish.text)),
      );
    case 'any':
      return wish.of.some((each) => holds(document, each, off));
    case 'all':
      return wish.of.every((each) => holds(document, each, off));
    case 'not':
      return !holds(document, wish.of, off);
  }
}

function isBetween<T extends string | number>(
  value: T,
  { from, to }: { readonly from: T | null; readonly to: T | null },
): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function partsOf(document: TownDocument, field: string | null): string[] {
  const named: Record<string, readonly string[]> = {
    title: [document.title],
    number: document.numbers,
    drafter: [document.drafterName],
    decider: document.deciderNames,
    attachment: document.texts.filter(({ source }) => source === 'attachment').map(({ text }) => text),
    counterpart: document.texts.filter(({ source }) => source === 'counterpart').map(({ text }) => text),
  };
  if (field !== null) return [...(named[field] ?? [])];
  return [
    document.title,
    ...document.numbers,
    document.drafterName,
    ...document.deciderNames,
    ...document.texts.map(({ text }) => text),
  ];
}

function hasWord(
  document: TownDocument,
  { text, quoted, field }: Wish & { kind: 'word' },
  off: readonly SearchFolding[],
): boolean {
  const parts = partsOf(document, field);
  const letters = off.filter((each): each is Folding => each !== 'dates' && each !== 'numbers');
  if (parts.some((part) => isWrittenIn(part, text, letters))) return true;
  const numbers = !quoted && !off.includes('numbers') && (field === null || field === 'number');
  const digits = numbers ? /^第?0*(\d{1,9})号?$/.exec(foldKey(text)) : null;
  if (digits && document.serials.includes(Number(digits[1]))) return true;
  if (quoted || off.includes('dates') || field !== null) return false;
  const spellings = DATE_SPELLINGS.find((each) => each.some((spelling) => foldKey(spelling) === foldKey(text)));
  return spellings !== undefined && parts.some((part) => hasDay(part, spellings.map(foldKey)));
}

/** Tries every stretch of the part that begins and ends with a letter. */
function isWrittenIn(part: string, text: string, off: readonly Folding[]): boolean {
  if (off.length === 0) return foldKey(part).includes(foldKey(text));
  const { folded, offsets } = fold(part);
  const length = foldKey(text).length;
  const key = foldKeyWithout(text, off);
  for (let at = 0; at + length <= folded.length; at++) {
    if (folded.slice(at, at + length) !== foldKey(text)) continue;
    if (foldKeyWithout(part.slice(offsets[2 * at], offsets[2 * (at + length) - 1]), off) === key) return true;
  }
  return false;
}

/** A date stands apart from other digits and Latin letters; a blank in the original keeps it apart. */
function hasDay(part: string, spellings: readonly string[]): boolean {
  const apart = part
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐−–—ー]/gu, '-');
  const spaced = apart
    .replace(/(?<=[\da-z])\s+(?=[\da-z])/gu, '|')
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
  return spellings.some((spelling) => {
    for (let at = spaced.indexOf(spelling); at >= 0; at = spaced.indexOf(spelling, at + 1)) {
      const [before, after] = [spaced[at - 1] ?? ' ', spaced[at + spelling.length] ?? ' '];
      const opens = !/^[\da-z]/.test(spelling) || !/[\da-z]/.test(before);
      if (opens && (!/\d$/.test(spelling) || !/[\da-z]/.test(after))) return true;
    }
    return false;
  });
}

/** The policy in words: the drafter, holders of seats, the section, and those who oversee; drafts, and confidential matters until their end, only the first two. */
export function mayRead(document: TownDocument, reader: Actor): boolean {
  if (document.drafterStaffNo === reader.staffNo || document.participants.includes(reader.staffNo)) return true;
  const until = document.confidentialUntil ?? null;
  const secret = document.confidentiality !== 'none' && !(until !== null && until < reader.on);
  if (secret || document.state === 'drafting') return false;
  const oversees = reader.roles.some(
    ({ role, unitCode }) =>
      ['records_officer', 'auditor', 'records_clerk'].includes(role) &&
      (unitCode === null || unitCode === document.ownerUnit),
  );
  return oversees || (reader.units as readonly string[]).includes(document.ownerUnit);
}

function passes(
  document: TownDocument,
  { fiscalYears, units, files, matterTypes, states, from, to }: SearchFilter,
): boolean {
  const among = <T>(values: readonly T[] | undefined, value: T) => values === undefined || values.includes(value);
  return (
    among(fiscalYears, fiscalYearOf(document.sortOn)) &&
    among(units, document.ownerUnit) &&
    among(files, document.fileId ?? '') &&
    among(matterTypes, document.matterType) &&
    among(states, document.state) &&
    (from === undefined || document.sortOn >= from) &&
    (to === undefined || document.sortOn <= to)
  );
}
