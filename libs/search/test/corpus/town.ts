import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import type { Actor, Role } from '@fubako/platform/authz';
import type { SearchableDocument } from '../../src/core/searchable-document';

/** A document of the test town, with what the reading policy needs beside it. */
export interface TownDocument extends SearchableDocument {
  readonly serials: readonly number[];
  readonly participants: readonly string[];
  /** 簿冊 in which it lies, one of FILES. */
  readonly fileId: string | null;
}

/** Few words in many spellings, so that random queries hit often and for different reasons. */
export const WORDS = [
  '道路',
  '道 路',
  // All triples of 道路占用, which is then not there.
  '道路占',
  '路占用',
  '占用',
  '占　用',
  '渡邉',
  '渡辺',
  '渡邊\u{E0101}',
  '渡邊\u{E0102}',
  '葛\u{E0100}',
  '葛',
  '髙橋',
  '高橋',
  'ｶﾞｽ',
  'ガス',
  'がす',
  'か゛す',
  'について',
  'については',
  'ついて',
  'した。',
  'しました。',
  '120',
  '１２０',
  '1200',
  '012',
  '第120号',
  '第１２１号',
  '12-3',
  '１２ー３',
  '１２－３',
  'A',
  'a',
  'ａ',
  'AB',
  '𠮷',
  '吉',
  '𩸽',
  '😀',
  '㈱',
  '(株)',
  '株',
  '〜',
  '～',
  '、',
  '。',
  '\n',
  '\n　',
  '令和8年4月1日',
  '令和８年　４月１日',
  '令和八年四月一日',
  'Ｒ8.4.1',
  'R8.4.12',
  '2026-04-01',
  '２０２６／０４／０１',
  '20260401',
  '平成31年4月30日',
  'H31.4.30',
] as const;

export const STAFF = ['000001', '000002', '000003', '000004'] as const;
export const UNITS = ['S1', 'S2', 'S3'] as const;
export const STATES = ['drafting', 'circulating', 'returned', 'decided', 'executed', 'closed', 'rejected'] as const;
export const UNIT_NAMES = [
  { code: 'S1', name: '土木課' },
  { code: 'S1', name: '道路河川課' },
  { code: 'S2', name: '総務課' },
  { code: 'S3', name: '高齢者支援課' },
] as const;
/** Files of the town, some of one name in different years. */
export const FILES = [
  { id: idOf(9001), title: '道路占用', classCode: 'A-01' },
  { id: idOf(9002), title: '道路占用', classCode: 'A-01' },
  { id: idOf(9003), title: '渡邉ガス 供給', classCode: 'B-02' },
  { id: idOf(9004), title: '橋りょう台帳', classCode: 'a-01' },
] as const;
export const MATTERS = ['permit', 'contract', 'reply'] as const;
export const DECIDERS = ['衛藤 まさみ', '渡邊 一郎', '髙橋 花'] as const;
export const DAYS = [
  '2023-04-01',
  '2024-03-31',
  '2024-04-01',
  '2025-12-28',
  '2026-03-31',
  '2026-04-01',
  '2026-11-22',
] as const;

const text = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: most, size: 'max' }).map((words) => words.join(''));
const number = fc
  .record({ serial: fc.constantFrom(12, 120, 121, 873), form: fc.constantFrom('dispatch', 'draft') })
  .map(({ serial, form }) => ({
    serial,
    text: form === 'dispatch' ? `8二総第${serial}号` : `8総-${String(serial).padStart(6, '0')}`,
  }));

const documentWithout = fc.record({
  sortOn: fc.constantFrom(...DAYS).map(localDate),
  state: fc.constantFrom(...STATES),
  matterType: fc.constantFrom(...MATTERS),
  drafterStaffNo: fc.constantFrom(...STAFF),
  drafterName: fc.constantFrom('渡邉 一郎', '渡邉\u{E0100} 一郎', '髙橋 花', '𠮷田 実'),
  ownerUnit: fc.constantFrom(...UNITS),
  confidentiality: fc.constantFrom('none', 'none', 'none', 'secret', 'personnel'),
  confidentialUntil: fc.constantFrom(null, null, '2026-11-21', '2026-11-22', '2099-03-31'),
  amount: fc.option(fc.nat(1_000_000)),
  decided: fc.boolean(),
  deciderNames: fc.uniqueArray(fc.constantFrom(...DECIDERS), { maxLength: 2 }),
  title: text(5),
  numbers: fc.uniqueArray(number, { maxLength: 2, selector: (each) => each.text }),
  bodies: fc.array(text(8), { maxLength: 2 }),
  comments: fc.array(text(4), { maxLength: 1 }),
  pages: fc.array(text(10), { maxLength: 2 }),
  counterparts: fc.array(text(3), { maxLength: 2 }),
  revisions: fc.array(text(4), { maxLength: 2 }),
  instructions: fc.array(text(3), { maxLength: 1 }),
  participants: fc.uniqueArray(fc.constantFrom(...STAFF), { maxLength: 2 }),
  fileId: fc.option(fc.constantFrom(...FILES.map(({ id }) => id))),
});

export const corpus: fc.Arbitrary<TownDocument[]> = fc
  .array(documentWithout, { minLength: 20, maxLength: 40, size: 'max' })
  .map((drafts) =>
    drafts.map(({ numbers, bodies, comments, pages, counterparts, revisions, instructions, ...draft }, index) => ({
      ...draft,
      documentId: idOf(index),
      matterTypeName: `種別${draft.matterType}`,
      sectionName: `${draft.ownerUnit}課`,
      attachmentCount: pages.length > 0 ? 1 : 0,
      medium: 'electronic' as const,
      number: numbers[0]?.text ?? null,
      numbers: numbers.map((each) => each.text),
      serials: numbers.map((each) => each.serial),
      texts: [
        ...bodies.map((each) => ({ source: 'body' as const, text: each })),
        ...comments.map((each) => ({ source: 'comment' as const, text: each })),
        ...pages.map((each, page) => ({
          source: 'attachment' as const,
          text: each,
          attachmentId: idOf(5000 + index),
          page: page + 1,
        })),
        ...counterparts.map((each) => ({ source: 'counterpart' as const, text: each })),
        ...revisions.map((each) => ({ source: 'revision' as const, text: each })),
        ...instructions.map((each) => ({ source: 'instruction' as const, text: each })),
      ],
    })),
  );

export const actor: fc.Arbitrary<Actor> = fc
  .record({
    staffNo: fc.constantFrom(...STAFF),
    units: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 2 }),
    roles: fc.array(
      fc.record({
        role: fc.constantFrom<Role>('records_officer', 'auditor', 'records_clerk', 'system_admin', 'seal_keeper'),
        unitCode: fc.option(fc.constantFrom(...UNITS)),
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ staffNo, units, roles }) => actorOf(staffNo, units, roles));

export function actorOf(
  staffNo: string,
  units: readonly string[],
  roles: readonly { role: Role; unitCode: string | null }[] = [],
): Actor {
  return {
    staffNo: staffNo as StaffNo,
    name: '職員',
    on: localDate('2026-11-22'),
    posts: [
      {
        code: 'P1' as PostCode,
        title: '主事',
        rank: 1,
        unitCode: (units[0] ?? 'S9') as UnitCode,
        unitName: '課',
        kind: 'main',
      },
    ],
    units: units as UnitCode[],
    roles: roles.map(({ role, unitCode }) => ({ role, unitCode: unitCode as UnitCode | null })),
  };
}

export function idOf(index: number): string {
  return `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

/** A decided document of the road section, with every kind of part. */
export const sampleOf = (index: number, change: Partial<SearchableDocument> = {}): SearchableDocument => ({
  documentId: idOf(index),
  sortOn: localDate('2026-05-18'),
  state: 'decided',
  matterType: 'permit',
  matterTypeName: '許可',
  drafterStaffNo: '000001',
  drafterName: '髙橋 直樹',
  deciderNames: ['衛藤 まさみ'],
  decided: true,
  ownerUnit: 'S1',
  sectionName: '道路課',
  confidentiality: 'none',
  amount: 1_200_000,
  attachmentCount: 1,
  medium: 'electronic',
  title: '占用料の減免について（渡邉\u{E0101}電設㈱）',
  number: '8二総第120号',
  numbers: ['8総-000873', '8二総第120号'],
  texts: [
    { source: 'body', text: '１　相手方　別紙のとおり\n２　期　間　令和８年１２月１日から' },
    { source: 'comment', text: '単価の根拠を確認してください。' },
    { source: 'attachment', text: '見 積 書\n合計 1,200,000円', attachmentId: idOf(5001), page: 1 },
    { source: 'attachment', text: '内訳 渡邊電設 舗装復旧', attachmentId: idOf(5001), page: 2 },
  ],
  ...change,
});
