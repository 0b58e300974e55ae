import type { ApprovalSheet, SheetBox } from '../approval-sheet';
import type { Mark, TextMark } from '../marks';
import { PAPER } from '../paper';
import type { GlyphSource } from '../ruler';
import { layOutSheet } from './layout';

const glyphs: GlyphSource = {
  find: (grapheme) => ({
    width: /^[ -~]/u.test(grapheme) ? 0.5 : 1,
    standing: grapheme === '𰻞' ? 'absent' : grapheme === '辻󠄁' ? 'base-form' : 'drawn',
  }),
};
const box = (heading: string): SheetBox => ({
  heading,
  stamp: { top: heading, date: '8.11.22', name: '原' },
  mark: null,
});
const sheet: ApprovalSheet = {
  municipalityName: 'みどり市',
  title: '起案用紙',
  dispatchNumber: '令8総第12号',
  draftNumber: '令8-総-00012',
  decisionLabel: '部長専決',
  decisionBoxes: [box('係員'), box('係長'), box('部長')],
  concurrenceBoxes: [],
  particulars: [{ label: '起案', value: '令和8年11月16日' }],
  subject: '協定の締結について',
  body: [{ kind: 'paragraph', text: '伺います。' }],
  attachments: [],
  remarks: [],
  footer: {
    number: '令8総第12号',
    state: '決裁済',
    printedAt: new Date(0),
    printedAtText: '令和8年11月22日',
    printedBy: '原',
  },
};
const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const page = (of: Partial<ApprovalSheet> = {}, index = 0): TextMark[] =>
  textsOf(layOutSheet({ ...sheet, ...of }, glyphs).pages[index]!);
const at = (texts: TextMark[], text: string): TextMark => texts.find((mark) => mark.text === text)!;
const upperRight = (texts: TextMark[]): string[] =>
  texts.filter((mark) => mark.x > PAPER.width / 2 && mark.y < 80).map((mark) => mark.text);

describe('approval sheet', () => {
  it('REND-1 only the dispatch number stands top right (RULE-70)', () => {
    expect(upperRight(page())).toEqual(['令8総第12号']);
    expect(upperRight(page({ dispatchNumber: null }))).toEqual([]);
  });

  it('REND-1 later pages carry no number top right (RULE-70)', () => {
    const long = { body: Array.from({ length: 80 }, () => ({ kind: 'paragraph' as const, text: '伺います。' })) };
    expect(upperRight(page(long, 1))).toEqual([]);
  });

  it('REND-2 the draft number is the first fact of the header table', () => {
    const texts = page();
    expect(at(texts, '令8-総-00012').y).toBeLessThan(at(texts, '協定の締結について').y);
    expect(at(texts, '起案番号').y).toBeCloseTo(at(texts, '令8-総-00012').y, 0);
  });

  it('REND-41 the drafter stands at the right and the decider at the left', () => {
    const texts = page();
    expect(at(texts, '部長').x).toBeLessThan(at(texts, '係長').x);
    expect(at(texts, '係長').x).toBeLessThan(at(texts, '係員').x);
  });

  it('REND-41 more seats than fit one row stand in two, the higher posts above', () => {
    const seats = Array.from({ length: 12 }, (_, index) => box(`席${index}`));
    const texts = page({ decisionBoxes: seats });
    expect(at(texts, '席11').y).toBeLessThan(at(texts, '席0').y);
    expect(at(texts, '席11').y).toBe(at(texts, '席6').y);
    expect(at(texts, '席0').x).toBeGreaterThan(at(texts, '席5').x);
  });

  it('REND-43 concurrences stand from left to right; without any there is no row', () => {
    expect(page().map((mark) => mark.text)).not.toContain('合議');
    const texts = page({ concurrenceBoxes: [box('財政課長'), box('総務課長')] });
    expect(at(texts, '財政課長').x).toBeLessThan(at(texts, '総務課長').x);
  });

  it.each([
    ['acting', '代'],
    ['post-review', '後'],
    ['not-applicable', '／'],
    ['waiting', '未'],
  ] as const)('REND-44 %s is marked %s', (mark, text) => {
    expect(page({ decisionBoxes: [{ heading: '部長', stamp: null, mark }] }).map((one) => one.text)).toContain(text);
    expect(
      page({ decisionBoxes: [{ heading: '部長', stamp: null, mark: null }] }).map((one) => one.text),
    ).not.toContain(text);
  });

  it('REND-33 every page says what it is, its state, when it was printed, and its place among the pages', () => {
    const long = { body: Array.from({ length: 80 }, () => ({ kind: 'paragraph' as const, text: '伺います。' })) };
    const { pages } = layOutSheet({ ...sheet, ...long }, glyphs);
    pages.forEach((marks, index) => {
      const texts = textsOf(marks).map((mark) => mark.text);
      expect(texts.slice(-2)).toEqual([
        '令8総第12号　決裁済　印刷 令和8年11月22日 原',
        `${index + 1} / ${pages.length}`,
      ]);
      expect(texts.includes('起案用紙　協定の締結について')).toBe(index > 0);
    });
  });

  it('REND-23 names what could not be shown at the end, by code point', () => {
    const composition = layOutSheet(
      { ...sheet, subject: '𰻞の里', remarks: [{ label: '意見', who: '辻󠄁 一', date: '', text: '' }] },
      glyphs,
    );
    expect(composition).toMatchObject({ missing: ['𰻞'], substituted: ['辻󠄁'] });
    const printed = textsOf(composition.pages.flat())
      .map((mark) => mark.text)
      .join('');
    expect(printed).toContain('U+30EDE');
    expect(printed).toContain('辻（U+8FBB U+E0101）');
  });
});
