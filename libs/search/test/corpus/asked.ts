import fc from 'fast-check';
import { type LocalDate, foldKey, localDate } from '@fubako/kernel';
import type { SearchFilter } from '../../src/core/question';
import { SEARCH_FOLDINGS, type SearchFolding } from '../../src/core/query';
import { DAYS, DECIDERS, FILES, MATTERS, STATES, UNITS, WORDS } from './town';

type Between<T> = { readonly from: T | null; readonly to: T | null };

/** A wish as a person thinks it, before it is written into the box. */
export type Wish =
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean; readonly field: string | null }
  | ({ readonly kind: 'years' | 'amount' } & Between<number>)
  | ({ readonly kind: 'decided' } & Between<LocalDate>)
  | { readonly kind: 'unit' | 'file'; readonly text: string }
  | { readonly kind: 'any' | 'all'; readonly of: readonly Wish[] }
  | { readonly kind: 'not'; readonly of: Wish };

export interface AskedQuery {
  readonly wishes: readonly Wish[];
  readonly filter: SearchFilter;
  readonly off: readonly SearchFolding[];
}

/** Spellings of the days that the town writes and asks for. */
export const DATE_SPELLINGS: readonly (readonly string[])[] = [
  [
    '令和8年4月1日',
    '令和八年四月一日',
    'R8.4.1',
    'R8/4/1',
    '2026-04-01',
    '2026/04/01',
    '2026年4月1日',
    '20260401',
    'R080401',
  ],
  ['R8.4.12', '令和8年4月12日', '2026-04-12'],
  ['平成31年4月30日', 'H31.4.30', '2019-04-30', '2019.4.30'],
];

const NAMES: Record<string, readonly string[]> = {
  title: ['件名', 'title', 'ＴＩＴＬＥ'],
  number: ['番号', 'number', 'no'],
  drafter: ['起案者', 'drafter'],
  decider: ['決裁者', 'decider'],
  attachment: ['添付', 'attachment'],
  counterpart: ['相手方', '宛先', '発信者', 'counterpart'],
  unit: ['所属', 'unit', 'section'],
  file: ['簿冊', 'file'],
  years: ['年度', 'fy', 'year'],
  decided: ['決裁日', 'decided'],
  amount: ['金額', 'amount'],
};

export function written({ wishes }: AskedQuery): string {
  return wishes.map((wish) => inBox(wish, false)).join('　');
}

function inBox(wish: Wish, inner: boolean): string {
  switch (wish.kind) {
    case 'word': {
      const head = wish.field === null ? '' : `${nameOf(wish.field, wish.text)}${wish.quoted ? '：' : ':'}`;
      return head + (wish.quoted ? `"${wish.text}"` : wish.text);
    }
    case 'unit':
    case 'file':
      return `${nameOf(wish.kind, wish.text)}:${wish.text}`;
    case 'years':
      return `年度:${between(wish, (year) => (year % 2 === 0 ? `R${year - 2018}` : String(year)))}`;
    case 'decided':
      return `${nameOf('decided', wish.from ?? '')}:${between(wish, (day) => day)}`;
    case 'amount':
      return `金額：${wish.to === null ? `>=${wish.from}` : between(wish, (yen) => yen.toLocaleString('en'))}`;
    case 'not':
      return `-${inBox(wish.of, true)}`;
    case 'any': {
      const either = wish.of.map((each) => inBox(each, true)).join(' OR ');
      return inner ? `(${either})` : either;
    }
    case 'all':
      return `（${wish.of.map((each) => inBox(each, true)).join(' ')}）`;
  }
}

function nameOf(field: string, choice: string): string {
  const names = NAMES[field] ?? [field];
  return names[choice.length % names.length] ?? field;
}

function between<T>({ from, to }: Between<T>, words: (value: T) => string): string {
  if (from !== null && from === to) return words(from);
  return `${from === null ? '' : words(from)}..${to === null ? '' : words(to)}`;
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
const dateWord = fc.constantFrom(...DATE_SPELLINGS.flat());
const name = fc.constantFrom('渡邉', '渡邉\u{E0100}', '渡辺 一郎', '高橋', '髙橋', '衛藤', '吉田', '実');

/** What would be an operator, or is no wish, is not written bare. */
const isBare = (text: string) => !/^[-－−‐–]|[()（）:：|｜]|^(?:OR|AND|NOT)$|\s/u.test(text);
const bare = (text: string, quoted: boolean) => quoted || !isBare(text);
const word = (texts: fc.Arbitrary<string>, field: fc.Arbitrary<string | null>): fc.Arbitrary<Wish> =>
  fc
    .record({ text: texts, quoted: fc.boolean(), field })
    .filter(({ text }) => foldKey(text) !== '')
    .map(({ text, quoted, field: where }) => ({ kind: 'word', text, quoted: bare(text, quoted), field: where }));

const range = <T extends string | number>(values: fc.Arbitrary<T>, kind: 'years' | 'decided' | 'amount') =>
  fc
    .record({ a: values, b: values, open: fc.constantFrom('from', 'to', 'none', 'same') })
    .map(({ a, b, open }): Wish => {
      const low = a <= b ? a : b;
      const high = a <= b ? b : a;
      const ends = { from: open === 'from' ? null : low, to: open === 'to' ? null : open === 'same' ? low : high };
      return { kind, ...ends } as Wish;
    });

const plain: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 10, arbitrary: word(cut, fc.constant(null)) },
  { weight: 1, arbitrary: word(fc.constant('道路占用'), fc.constant(null)) },
  { weight: 3, arbitrary: word(numberWord, fc.constantFrom(null, null, 'number')) },
  { weight: 3, arbitrary: word(dateWord, fc.constant(null)) },
  { weight: 3, arbitrary: word(cut, fc.constantFrom('title', 'attachment', 'counterpart')) },
  {
    weight: 2,
    arbitrary: word(fc.oneof(name, fc.constantFrom(...DECIDERS)), fc.constantFrom('drafter', 'decider', 'title')),
  },
  { weight: 1, arbitrary: range(fc.integer({ min: 2022, max: 2026 }), 'years') },
  { weight: 1, arbitrary: range(fc.constantFrom(...DAYS).map(localDate), 'decided') },
  { weight: 1, arbitrary: range(fc.nat(1_000_000), 'amount') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('土木', '課', 'S2', '総務', '支援').map((text): Wish => ({ kind: 'unit', text })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('道路', '占', '渡辺がす', 'Ａ－０１', 'B-02', '台帳', '無い簿冊')
      .map((text): Wish => ({ kind: 'file', text })),
  },
);
const several = (of: fc.Arbitrary<Wish>) => fc.array(of, { minLength: 2, maxLength: 3 });
const compound: fc.Arbitrary<Wish> = fc.oneof(
  several(plain).map((of): Wish => ({ kind: 'any', of })),
  fc.tuple(several(plain), plain).map(([of, other]): Wish => ({ kind: 'any', of: [{ kind: 'all', of }, other] })),
  plain.map((of): Wish => ({ kind: 'not', of })),
  several(plain).map((of): Wish => ({ kind: 'not', of: { kind: 'any', of } })),
  fc.tuple(plain, plain).map(([one, other]): Wish => ({ kind: 'any', of: [{ kind: 'not', of: one }, other] })),
);

/** Most searches have no filter, and then all the more hits. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const subset = <T>(values: readonly T[]) => seldom(fc.subarray([...values], { minLength: 1 }));

const filter: fc.Arbitrary<SearchFilter> = fc
  .record({
    fiscalYears: subset([2022, 2023, 2024, 2025, 2026]),
    units: subset(UNITS),
    files: subset(FILES.map(({ id }) => id)),
    matterTypes: subset(MATTERS),
    states: subset(STATES),
    from: seldom(fc.constantFrom(...DAYS).map(localDate)),
    to: seldom(fc.constantFrom(...DAYS).map(localDate)),
  })
  .filter(({ from, to }) => from === undefined || to === undefined || from <= to)
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));

export const query: fc.Arbitrary<AskedQuery> = fc
  .record({
    first: plain,
    more: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(fc.oneof(plain, compound), { maxLength: 2 }) },
    ),
    alone: fc.option(
      compound.filter(({ kind }) => kind !== 'not'),
      { freq: 6 },
    ),
    filter,
    off: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray([...SEARCH_FOLDINGS], { minLength: 1 }) },
    ),
  })
  .map(({ first, more, alone, ...rest }) => ({ wishes: [first, ...(alone ? [alone] : []), ...more], ...rest }));
