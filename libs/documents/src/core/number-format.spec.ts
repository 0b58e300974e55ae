import { localDate } from '@fubako/kernel';
import { type NumberSeries, counterSymbol, formatNumber, numberFormatFault, seriesYearOf } from './number-format';

const series = (overrides: Partial<NumberSeries>): NumberSeries => ({
  code: 'S',
  kind: 'dispatch',
  format: '{eraYear}{symbol}第{n}号{branch}',
  yearBasis: 'fiscal',
  startAt: 1,
  step: 1,
  ...overrides,
});
const written = (
  format: string,
  more: { serial?: number; branch?: number; year?: number; yearBasis?: 'fiscal' | 'calendar' } = {},
) =>
  formatNumber(series({ format, yearBasis: more.yearBasis ?? 'fiscal' }), {
    year: more.year ?? 2026,
    symbol: '二総',
    serial: more.serial ?? 120,
    branch: more.branch ?? 0,
  });

describe('document numbers', () => {
  it('RULE-71 RULE-74 are written as the town writes them', () => {
    expect(written('{eraYear}{symbol}第{n}号{branch}')).toBe('8二総第120号');
    expect(written('{eraYear}{symbol}第{n}号{branch}', { branch: 2 })).toBe('8二総第120号の2');
    expect(written('{eraYear}{symbol}-{n:06}', { serial: 873 })).toBe('8二総-000873');
    expect(written('{fy}-{n}')).toBe('2026-120');
  });

  it('RULE-73 belong to the year in which they are issued', () => {
    expect(seriesYearOf(series({}), localDate('2027-03-31'))).toBe(2026);
    expect(seriesYearOf(series({}), localDate('2027-04-01'))).toBe(2027);
    expect(seriesYearOf(series({ yearBasis: 'calendar' }), localDate('2027-03-31'))).toBe(2027);
  });

  it('RULE-72 render the era of the fiscal year, even when it changed within it', () => {
    expect(written('{eraYear}第{n}号', { year: 2019 })).toBe('31第120号');
    expect(written('{eraYear}第{n}号', { year: 2019, yearBasis: 'calendar' })).toBe('1第120号');
    expect(written('{eraYear}第{n}号', { year: 2020 })).toBe('2第120号');
  });

  it('NUM-2 count for the whole municipality when the format names no symbol', () => {
    expect(counterSymbol(series({ format: '浜見町条例第{n}号' }), '浜総')).toBe('');
    expect(counterSymbol(series({}), '浜総')).toBe('浜総');
  });

  it.each([
    ['{eraYear}{symbol}第{n}号', null],
    ['{n:06}', null],
    ['第号', '{n}'],
    ['{n}{unknown}', '{unknown}'],
    ['{n', '{n'],
    ['{n}の{n}', '{n}'],
  ])('the format %s has the fault %s', (format, fault) => {
    expect(numberFormatFault(format)).toBe(fault);
  });
});
