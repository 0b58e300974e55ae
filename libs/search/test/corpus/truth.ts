import fc from 'fast-check';
import { fiscalYearOf, foldKey, localDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { SearchFilter } from '../../src/core/question';
import { DAYS, MATTERS, STATES, type TownDocument, UNITS, WORDS } from './town';

/** A term as a person thinks it, before it is written into the box. */
export interface Asked {
  readonly text: string;
  readonly quoted: boolean;
  readonly minus: boolean;
}

export interface AskedQuery {
  readonly terms: readonly Asked[];
  readonly filter: SearchFilter;
}

export function written({ terms }: AskedQuery): string {
  return terms.map(({ text, quoted, minus }) => `${minus ? '-' : ''}${quoted ? `"${text}"` : text}`).join('　');
}

const PLAIN = WORDS.map((word) => word.replace(/\s/gu, '')).filter((word) => word !== '');
/** One character, two, and longer: cut out of words put together. */
const cut = fc
  .tuple(
    fc.array(fc.constantFrom(...PLAIN), { minLength: 1, maxLength: 3 }),
    fc.nat(),
    fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 10),
  )
  .map(([words, from, length]) => {
    const characters = [...words.join('')];
    const start = from % characters.length;
    return characters.slice(start, start + length).join('');
  });
const numberWord = fc.constantFrom(
  '120',
  '１２０',
  '第120号',
  '第１２０号',
  '第121号',
  '120号',
  '0120',
  '873',
  '第873号',
  '第000873号',
  '12',
  '第１２',
);
const term: fc.Arbitrary<Asked> = fc
  .record({
    text: fc.oneof({ weight: 4, arbitrary: cut }, { weight: 1, arbitrary: numberWord }),
    quoted: fc.boolean(),
    minus: fc.boolean(),
  })
  // A dash at the beginning of an unquoted word would be a minus; what folds to nothing is not asked.
  .filter(({ text, quoted }) => foldKey(text) !== '' && (quoted || !/^[-－−‐–]/u.test(text)));

/** Most searches have no filter, and then all the more hits. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const subset = <T>(values: readonly T[]) => seldom(fc.subarray([...values], { minLength: 1 }));

export const query: fc.Arbitrary<AskedQuery> = fc
  .record({
    first: term.map((each) => ({ ...each, minus: false })),
    more: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(term, { maxLength: 2 }) },
    ),
    filter: fc.record({
      fiscalYears: subset([2022, 2023, 2024, 2025, 2026]),
      units: subset(UNITS),
      matterTypes: subset(MATTERS),
      states: subset(STATES),
      from: seldom(fc.constantFrom(...DAYS).map(localDate)),
      to: seldom(fc.constantFrom(...DAYS).map(localDate)),
    }),
  })
  .filter(({ filter: { from, to } }) => from === undefined || to === undefined || from <= to)
  .map(({ first, more, filter }) => ({
    terms: [first, ...more],
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
  }));

/** What the answer must be, by looking at every document: ids newest first. */
export function truth(documents: readonly TownDocument[], asked: AskedQuery, reader: Actor): TownDocument[] {
  return documents
    .filter(
      (document) =>
        mayRead(document, reader) &&
        passes(document, asked.filter) &&
        asked.terms.every((each) => holds(document, each) !== each.minus),
    )
    .sort((a, b) => (a.sortOn === b.sortOn ? (a.documentId < b.documentId ? 1 : -1) : a.sortOn < b.sortOn ? 1 : -1));
}

function holds(document: TownDocument, { text, quoted }: Asked): boolean {
  const needle = foldKey(text);
  const parts = [document.title, ...document.numbers, document.drafterName, ...document.texts.map((each) => each.text)];
  if (parts.some((part) => foldKey(part).includes(needle))) return true;
  const digits = quoted ? null : /^第?0*(\d+)号?$/.exec(needle);
  return digits !== null && document.serials.includes(Number(digits[1]));
}

/** The policy in words: the drafter, holders of seats, the section, and those who oversee; drafts and confidential matters only the first two. */
export function mayRead(document: TownDocument, reader: Actor): boolean {
  if (document.drafterStaffNo === reader.staffNo || document.participants.includes(reader.staffNo)) return true;
  if (document.confidentiality !== 'none' || document.state === 'drafting') return false;
  const oversees = reader.roles.some(
    ({ role, unitCode }) =>
      ['records_officer', 'auditor', 'records_clerk'].includes(role) &&
      (unitCode === null || unitCode === document.ownerUnit),
  );
  return oversees || (reader.units as readonly string[]).includes(document.ownerUnit);
}

function passes(document: TownDocument, { fiscalYears, units, matterTypes, states, from, to }: SearchFilter): boolean {
  const among = <T>(values: readonly T[] | undefined, value: T) => values === undefined || values.includes(value);
  return (
    among(fiscalYears, fiscalYearOf(document.sortOn)) &&
    among(units, document.ownerUnit) &&
    among(matterTypes, document.matterType) &&
    among(states, document.state) &&
    (from === undefined || document.sortOn >= from) &&
    (to === undefined || document.sortOn <= to)
  );
}
