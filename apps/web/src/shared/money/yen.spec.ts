import { formatBytes, formatYen, parseDecimal, parseInteger } from './yen';

describe('money as a clerk types it', () => {
  test.each([
    '6480000',
    '6,480,000',
    '６，４８０，０００',
    '６４８００００円',
    '¥6,480,000',
    '￥6480000',
    ' 6 480 000 ',
  ])('%s is 6,480,000 yen', (typed) => expect(parseInteger(typed)).toEqual({ ok: true, value: 6480000 }));

  test.each(['648万', '648万円', '１億円', '5千円', '十円'])('%s is refused: figures are written out', (typed) => {
    expect(parseInteger(typed)).toEqual({ ok: false, error: 'unit' });
  });

  test.each(['', 'abc', '1.2.3', '12-3', '0x10', '1e5', '99999999999999999999'])('%p is not guessed', (typed) => {
    expect(parseInteger(typed)).toEqual({ ok: false, error: 'unreadable' });
  });

  test('yen have no fraction, hours may', () => {
    expect(parseInteger('１０．５')).toEqual({ ok: false, error: 'fraction' });
    expect(parseDecimal('１０．５')).toEqual({ ok: true, value: 10.5 });
    expect(parseDecimal('10.')).toEqual({ ok: false, error: 'unreadable' });
  });
});

test('amounts and sizes are shown with units', () => {
  expect(formatYen(6480000, 'ja')).toBe('6,480,000円');
  expect(formatYen(6480000, 'en')).toBe('¥6,480,000');
  expect(formatBytes(0)).toBe('0 B');
  expect(formatBytes(1_300_000)).toBe('1.2 MB');
});
