import { bothCalendars, formatDay, formatFiscalYear, otherCalendar, shortDay, stampDay, townDay } from './format';
import { parseDate, parseFiscalYear } from './parse';

const today = '2026-11-22';

describe('a date as a clerk types it', () => {
  test.each([
    'R8.12.1',
    'r081201',
    '令和8年12月1日',
    '8/12/1',
    '12/1',
    '20261201',
    '２０２６１２０１',
    'Ｒ８．１２．１',
    '令8.12.1',
    '2026-12-01',
    '2026/12/1',
    '2026年12月1日',
    '081201',
    ' R8-12-01 ',
    '１２月１日',
    'R8。12。1',
  ])('%s is read as 1 December 2026', (typed) => {
    expect(parseDate(typed, today)).toEqual({ ok: true, iso: '2026-12-01', warning: null });
  });

  test('month and day alone fall in the fiscal year of today', () => {
    expect(parseDate('3/31', today)).toMatchObject({ iso: '2027-03-31' });
    expect(parseDate('3/31', '2027-02-01')).toMatchObject({ iso: '2027-03-31' });
    expect(parseDate('4/1', '2027-02-01')).toMatchObject({ iso: '2026-04-01' });
  });

  test('the first year of an era may be written 元', () => {
    expect(parseDate('令和元年5月1日', today)).toEqual({ ok: true, iso: '2019-05-01', warning: null });
  });

  test('a day before or after its era is read with a warning', () => {
    expect(parseDate('R1.4.30', today)).toEqual({ ok: true, iso: '2019-04-30', warning: 'era-differs' });
    expect(parseDate('H31.5.1', today)).toEqual({ ok: true, iso: '2019-05-01', warning: 'era-differs' });
  });

  test('a day the calendar does not have is refused', () => {
    expect(parseDate('R8.2.30', today)).toEqual({ ok: false, error: 'no-such-day' });
    expect(parseDate('20261301', today)).toEqual({ ok: false, error: 'no-such-day' });
  });

  test.each(['', 'あした', '12', '2026', 'R8', 'R8.12', '1/2/3/4', 'R0.1.1'])('%p is not guessed', (typed) => {
    expect(parseDate(typed, today)).toEqual({ ok: false, error: 'unreadable' });
  });
});

describe('a date as it is shown', () => {
  test('Japanese shows the era, English the calendar year', () => {
    expect(formatDay('2026-12-01', 'ja')).toBe('令和8年12月1日');
    expect(formatDay('2019-05-01', 'ja')).toBe('令和元年5月1日');
    expect(formatDay('2019-04-30', 'ja')).toBe('平成31年4月30日');
    expect(formatDay('2026-12-01', 'en')).toBe('1 Dec 2026');
  });

  test('whoever points at it reads the other calendar, in words', () => {
    expect(otherCalendar('2026-12-01', 'ja')).toBe('2026年12月1日');
    expect(otherCalendar('2026-12-01', 'en')).toBe('令和8年12月1日');
    expect(otherCalendar('soon', 'ja')).toBe('soon');
    expect(bothCalendars('2019-05-01', 'ja')).toBe('令和元年5月1日 (2019年5月1日)');
  });

  test('what is no date is shown as it is', () => {
    expect(formatDay('2026-11-9', 'ja')).toBe('2026-11-9');
    expect(stampDay('')).toBe('');
    expect(townDay('soon')).toBe('soon');
  });

  test('an instant belongs to the day it falls on in Japan', () => {
    expect(townDay('2026-03-31T15:00:00Z')).toBe('2026-04-01');
    expect(townDay('2026-03-31T14:59:59Z')).toBe('2026-03-31');
  });

  test('list cells carry the year only when it differs', () => {
    expect(shortDay('2026-12-01', today, 'ja')).toBe('12/1');
    expect(shortDay('2027-01-05', today, 'ja')).toBe('R9.1.5');
    expect(shortDay('2027-01-05', today, 'en')).toBe('5 Jan 2027');
  });

  test('fiscal years and stamps use the era year', () => {
    expect(formatFiscalYear(2026, 'ja')).toBe('令和8年度');
    expect(formatFiscalYear(2019, 'ja')).toBe('令和元年度');
    expect(formatFiscalYear(2026, 'en')).toBe('FY2026');
    expect(stampDay('2026-11-15')).toBe('8.11.15');
  });
});

describe('a fiscal year as a clerk types it', () => {
  test.each([
    'R8',
    'r08',
    '令和8年度',
    '令和8年',
    '令8',
    '8',
    '８年度',
    'Ｒ８',
    '2026',
    '２０２６年度',
    'FY2026',
    ' 令和 8 年度 ',
  ])('%s is read as fiscal year 2026', (typed) => {
    expect(parseFiscalYear(typed, today)).toEqual({ ok: true, year: 2026, warning: null });
  });

  test('in which an era changed, it has two names', () => {
    for (const typed of ['平成31年度', 'R1', '令和元年度', '2019'])
      expect(parseFiscalYear(typed, today)).toEqual({ ok: true, year: 2019, warning: null });
  });

  test('of an era that was over is read with a warning', () => {
    expect(parseFiscalYear('H38', today)).toEqual({ ok: true, year: 2026, warning: 'era-differs' });
  });

  test.each(['', '来年度', 'R0', 'X8', '20261', '0000', '8.12.1'])('%s is none', (typed) => {
    expect(parseFiscalYear(typed, today)).toEqual({ ok: false });
  });

  test('what is shown is read as what it was', () => {
    for (let year = 1874; year < 2100; year += 1)
      expect(parseFiscalYear(formatFiscalYear(year, 'ja'), today)).toMatchObject({ ok: true, year });
  });
});
