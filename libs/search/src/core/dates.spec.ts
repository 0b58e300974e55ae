import fc from 'fast-check';
import { addDays, fold, foldKey, localDate } from '@fubako/kernel';
import { dayOf, daysIn, spellingsOf } from './dates';

const days = (text: string) => daysIn(fold(text)).map(({ day }) => day);

describe('Days in texts', () => {
  it.each([
    ['納期は令和８年 ４月 １日とする', ['2026-04-01']],
    ['R8.4.1～R8.4.12', ['2026-04-01', '2026-04-12']],
    ['120 2026-04-01', ['2026-04-01']],
    ['1202026-04-01', []],
    ['2026-04-011', []],
    ['8.4.2026-04-01', ['2026-04-01']],
    ['or8.4.1', []],
    ['昭和六十四年一月七日、平成元年一月八日', ['1989-01-07', '1989-01-08']],
    ['平成31年5月1日', []],
    ['電話 0957-22-1234', []],
    ['2026年2月30日', []],
  ])('SEA-15 reads %s', (text, found) => {
    expect(days(text)).toEqual(found);
  });

  it('SEA-15 reads every spelling of every day, alone and between words', () => {
    const day = fc.nat(84_000).map((offset) => addDays(localDate('1868-02-01'), offset));
    fc.assert(
      fc.property(day, fc.nat(), (each, choice) => {
        const spellings = spellingsOf(each);
        const spelling = spellings[choice % spellings.length]!;
        expect(dayOf(foldKey(spelling))).toBe(each);
        expect(days(`期限${spelling}まで`)).toEqual([each]);
      }),
    );
  });
});
