import { formatEnglishDay, formatFiscalYear, localDate } from './index';

describe('days and years in words', () => {
  it('fiscal year 2019 is 令和元年度 from end to end, though it began in 平成; every other has the era of its first day', () => {
    const years = [1988, 1989, 2018, 2019, 2020, 2026];
    expect(years.map((year) => formatFiscalYear(year))).toEqual([
      '昭和63年度',
      '平成元年度',
      '平成30年度',
      '令和元年度',
      '令和2年度',
      '令和8年度',
    ]);
  });

  it('an English day is written as the screens write it', () => {
    expect(['2032-03-31', '2027-04-01'].map((day) => formatEnglishDay(localDate(day)))).toEqual([
      '31 Mar 2032',
      '1 Apr 2027',
    ]);
  });
});
