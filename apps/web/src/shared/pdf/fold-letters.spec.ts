import { foldLetters, foldText, timesIn } from './fold-letters';

it('neither width, case, the writing of voiced kana, dashes, waves nor blanks count', () => {
  for (const [written, same] of [
    ['ＡＢＣ１２３', 'abc123'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['カ゛イト゛', 'ガイド'],
    ['か\u3099', 'が'],
    ['１ー２−３', '1-2-3'],
    ['４月〜５月', '4月~5月'],
    ['起 案\n用　紙', '起案用紙'],
    ['㈱町', '(株)町'],
    ['葛\u{E0100}城', '葛城'],
  ] as const)
    expect(foldText(written)).toBe(foldText(same));
  expect(foldText('ひらがな')).not.toBe(foldText('ヒラガナ'));
});

it('each letter knows where it stands in what was written', () => {
  expect(foldLetters('ｶﾞ 𠮷')).toEqual([
    { folded: 'ガ', at: 0, end: 2 },
    { folded: '𠮷', at: 3, end: 5 },
  ]);
});

it('is counted without overlaps', () => {
  expect(timesIn('ああああ', 'ああ')).toBe(2);
  expect(timesIn('ああああ', '')).toBe(0);
});
