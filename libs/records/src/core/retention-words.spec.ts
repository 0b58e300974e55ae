import { localDate } from '@fubako/kernel';
import { RETENTION_BASES, type RetentionFacts, retentionOf } from './retention';
import { provisionalWords, retentionWords } from './retention-words';

const day = localDate('2026-10-03');
const facts: RetentionFacts = {
  basis: 'closed',
  years: 5,
  label: '5年',
  closedOn: day,
  createdOn: day,
  fileEarliest: day,
  fileLatest: day,
  eventOn: day,
  today: day,
};

describe('retention in words', () => {
  it('RET-1 tells a clerk the reckoning step by step, in wareki', () => {
    expect(retentionWords(retentionOf(facts).explanation, 'ja')).toEqual([
      { rule: 'RULE-81', text: '完結した日は令和8年10月3日(令和8年度)です。' },
      { rule: 'RULE-81', text: '翌年度の初日、令和9年4月1日から数えます。' },
      { rule: 'RULE-80', text: '保存期間「5年」(5年)のため、令和14年3月31日に満了します。' },
    ]);
  });

  it('RET-1 tells the same in English', () => {
    expect(retentionWords(retentionOf(facts).explanation, 'en').map(({ text }) => text)).toEqual([
      'The matter was closed on 3 Oct 2026 (FY2026).',
      'The period runs from the first day of the next fiscal year, 1 Apr 2027.',
      'Retention “5年” (5 years) expires on 31 Mar 2032.',
    ]);
  });

  it('RET-1 has different words for every basis and every kind of end', () => {
    const variants: Partial<RetentionFacts>[] = [
      ...RETENTION_BASES.map((basis) => ({ basis })),
      { years: 0, label: '1年未満' },
      { years: null, label: '永年' },
      { basis: 'event', eventOn: null },
    ];
    for (const language of ['ja', 'en'] as const) {
      const texts = variants.map((given) =>
        retentionWords(retentionOf({ ...facts, ...given }).explanation, language)
          .map(({ text }) => text)
          .join(''),
      );
      expect(new Set(texts).size).toBe(variants.length);
      expect(provisionalWords(language).text).not.toBe('');
    }
  });
});
