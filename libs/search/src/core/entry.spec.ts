import { localDate } from '@fubako/kernel';
import { entryOf } from './entry';
import { dayGram } from './grams';
import { bestPart, originalOf, placeParts } from './found-part';
import type { SearchableDocument } from './searchable-document';

const document: SearchableDocument = {
  documentId: '01900000-0000-7000-8000-000000000001',
  sortOn: localDate('2026-03-31'),
  state: 'decided',
  matterType: 'permit',
  matterTypeName: '許可',
  drafterStaffNo: '100001',
  drafterName: '髙橋 直樹',
  deciderNames: [],
  decided: true,
  ownerUnit: 'S20',
  sectionName: '道路課',
  confidentiality: 'none',
  amount: null,
  attachmentCount: 1,
  medium: 'electronic',
  title: '占用料の減免について（渡邉電設）',
  number: '8二総第120号',
  numbers: ['8二総第120号', '8総-000873'],
  texts: [
    { source: 'body', text: '１　相手方　別紙のとおり' },
    { source: 'body', text: '　' },
    { source: 'instruction', text: '事前の指示' },
    { source: 'revision', text: '数量を改めた' },
    {
      source: 'attachment',
      text: '占 用 の 期 間 😀 終',
      attachmentId: '01900000-0000-7000-8000-0000000000aa',
      page: 3,
    },
  ],
};

describe('An entry of the index', () => {
  const entry = entryOf(document);

  it('SEA-8 stands in the fiscal year of its day', () => {
    expect(entry.fy).toBe(2025);
    expect(entryOf({ ...document, sortOn: localDate('2026-04-01') }).fy).toBe(2026);
  });

  it('SEA-2 keeps its parts apart: no needle can run from one into the next', () => {
    expect(entry.folded.split('\u001D').map((texts) => texts.split('\n'))).toEqual([
      ['占用料の減免について(渡辺電設)'],
      ['8二総第120号', '8総-000873'],
      ['高橋直樹'],
      [''],
      ['1相手方別紙のとおり'],
      [''],
      ['占用の期間😀終'],
      [''],
      ['数量を改めた'],
      ['事前の指示'],
      [''],
    ]);
    expect(entry.grams).not.toContain((')'.charCodeAt(0) << 16) | '8'.charCodeAt(0));
  });

  it('SEA-5 bears the serials of its numbers', () => {
    expect(entry.serials).toEqual([120, 873]);
  });

  it('SEA-6 leads each part back to what was written', () => {
    const codePoints = [...entry.folded];
    const originals = placeParts(entry.layout).map((placed) =>
      originalOf(placed, codePoints.slice(placed.start - 1, placed.start - 1 + placed.length).join('')),
    );
    expect(originals).toEqual([
      document.title,
      ...document.numbers,
      document.drafterName,
      '',
      document.texts[0]!.text,
      '',
      document.texts[4]!.text,
      '',
      document.texts[3]!.text,
      document.texts[2]!.text,
    ]);
  });

  it('SEA-15 has the days that are written in it', () => {
    const dated = entryOf({ ...document, title: '令和８年４月１日の件' });
    expect(dated.grams).toContain(dayGram(localDate('2026-04-01')));
    expect(entry.grams).not.toContain(dayGram(localDate('2026-04-01')));
  });

  it('finds the part where most words are met, never the title', () => {
    const at = (needle: string) =>
      Array.from(entry.folded.slice(0, entry.folded.indexOf(needle, entry.folded.indexOf('\u001D')))).length + 1;
    expect(bestPart(entry.layout, [at('占用'), at('終')])?.part).toMatchObject([
      'attachment',
      7,
      expect.anything(),
      expect.any(String),
      3,
    ]);
    expect(bestPart(entry.layout, [0, 0])).toBeNull();
    expect(bestPart(entry.layout, [at('873'), 0])?.part[0]).toBe('number');
  });

  it('has one digest for one text, and another for another', () => {
    expect(entryOf({ ...document, state: 'closed', amount: 5 }).contentSha256).toEqual(entry.contentSha256);
    expect(entryOf({ ...document, title: '占用料の減免について(渡邉電設)' }).contentSha256).not.toEqual(
      entry.contentSha256,
    );
  });
});
