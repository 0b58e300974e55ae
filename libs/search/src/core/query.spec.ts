import fc from 'fast-check';
import { foldKey } from '@fubako/kernel';
import type { Condition } from './condition';
import { QueryFault, parseQuery } from './query';

/** The tree as text: words bare, everything else with its kind. */
function shown(condition: Condition): string {
  switch (condition.kind) {
    case 'term':
      return condition.field === null ? condition.needle : `${condition.field}=${condition.needle}`;
    case 'unit':
    case 'file':
      return `${condition.kind}=${condition.needle}`;
    case 'years':
    case 'decided':
    case 'amount':
      return `${condition.kind}=${condition.from ?? ''}~${condition.to ?? ''}`;
    case 'not':
      return `-${shown(condition.of)}`;
    default:
      return `(${condition.of.map(shown).join(condition.kind === 'any' ? '|' : '&')})`;
  }
}
const read = (text: string) => parseQuery(text).asked.map(({ condition }) => shown(condition));
const faultOf = (text: string) => {
  try {
    parseQuery(text);
    return null;
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    return [error.code, error.at, error.text];
  }
};
const serials = (text: string) =>
  parseQuery(text).asked.map(({ condition }) => (condition.kind === 'term' ? condition.serial : undefined));

describe('The search box', () => {
  it.each([
    ['渡邉　占用\t許可', ['渡辺', '占用', '許可']],
    ['  ', []],
    ['"" \u200B 　', []],
    ['"道路 占用"', ['道路占用']],
    ['“道路 占用”', ['道路占用']],
    ['＂道路占用＂', ['道路占用']],
    ['"道路 占用', ['道路占用']],
    ['占用 -道路 －許可 −"水道 料金"', ['占用', '-道路', '-許可', '-水道料金']],
    ['1-2-3 "-4"', ['1-2-3', '-4']],
    ['占用 --4', ['占用', '--4']],
    ['占用 NOT 道路', ['占用', '-道路']],
    ['占用 AND 道路', ['占用', '道路']],
    ['占用 道路 OR 河川 許可', ['占用', '(道路|河川)', '許可']],
    ['道路 ＯＲ 河川 | 水路', ['(道路|河川|水路)']],
    ['（道路 占用） OR 河川', ['((道路&占用)|河川)']],
    ['-(道路 OR 河川) 許可', ['-(道路|河川)', '許可']],
    ['((道路 占用) OR 河川) 許可', ['((道路&占用)|河川)', '許可']],
    ['(株)ふばこ （株）', ['(株)ふばこ', '(株)']],
    ['第2条(1) ORANGE', ['第2条(1)', 'orange']],
    ['10:30 時間：正午', ['10:30', '時間:正午']],
  ])('SEA-4 reads %s as %j', (text, conditions) => {
    expect(read(text)).toEqual(conditions);
  });

  it.each([
    ['件名:占用', ['title=占用']],
    ['件名：“道路 占用”', ['title=道路占用']],
    ['ＴＩＴＬＥ：占用 -drafter:髙橋', ['title=占用', '-drafter=高橋']],
    [
      '番号:第120号 起案者:渡邉 決裁者:衛藤 添付:見積',
      ['number=第120号', 'drafter=渡辺', 'decider=衛藤', 'attachment=見積'],
    ],
    ['簿冊:道路台帳 -ＦＩＬＥ："a-01"', ['file=道路台帳', '-file=a-01']],
    ['相手方:浜見 宛先:知事 -Sender:国', ['counterpart=浜見', 'counterpart=知事', '-counterpart=国']],
    ['所属:道路', ['unit=道路']],
    ['年度:R6..R8', ['years=2024~2026']],
    ['年度：Ｒ６～令和８年度', ['years=2024~2026']],
    ['年度:R6.. fy:2025 year:H31', ['years=2024~', 'years=2025~2025', 'years=2019~2019']],
    ['年度:令和元年度', ['years=2019~2019']],
    ['決裁日:R8.4.1..', ['decided=2026-04-01~']],
    ['決裁日:..２０２６-０４-０１', ['decided=~2026-04-01']],
    ['決裁日:R8.2 decided:R8', ['decided=2026-02-01~2026-02-28', 'decided=2026-01-01~2026-12-31']],
    ['決裁日:R8年度', ['decided=2026-04-01~2027-03-31']],
    ['決裁日:>R8.2', ['decided=2026-03-01~']],
    ['金額:>=1000000', ['amount=1000000~']],
    ['金額：＜１，０００，０００円', ['amount=~999999']],
    ['amount:100万..1.5億円', ['amount=1000000~150000000']],
    ['件名:占用 OR 金額:5', ['(title=占用|amount=5~5)']],
  ])('SEA-12 reads the field conditions of %s as %j', (text, conditions) => {
    expect(read(text)).toEqual(conditions);
  });

  it.each([
    ['120', 120],
    ['１２０', 120],
    ['第120号', 120],
    ['第１２０号', 120],
    ['第120號', 120],
    ['120号', 120],
    ['第120', 120],
    ['0120', 120],
    ['第000873号', 873],
    ['番号:120', 120],
    ['0', 0],
    ['"120"', null],
    ['120円', null],
    ['8二総第120号', null],
    ['第号', null],
    ['1234567890', null],
    ['第120号の2', null],
    ['件名:120', null],
  ])('SEA-5 reads %s as the serial %p', (text, serial) => {
    expect(serials(text)).toEqual([serial]);
  });

  it.each([
    '令和8年4月1日',
    'R8.4.1',
    'ｒ８．４．１',
    '2026-04-01',
    '2026/4/1',
    '20260401',
    'R080401',
    '令和八年四月一日',
    '㋿８年４月１日',
  ])('SEA-15 reads %s as one day', (text) => {
    expect(parseQuery(text).asked[0]?.condition).toMatchObject({ day: '2026-04-01' });
    expect(parseQuery(text, ['dates']).asked[0]?.condition).toMatchObject({ day: null });
    expect(parseQuery(`"${text}"`).asked[0]?.condition).toMatchObject({ day: null });
  });

  it.each(['R8.2.30', '令和8年4月1日付', '2026-04', 'H31.5.1', '1.2.3'])('SEA-15 reads no day in %s', (text) => {
    expect(parseQuery(text).asked[0]?.condition).toMatchObject({ day: null });
  });

  it('SEA-5 asks for no serial when numbers count as written', () => {
    expect(parseQuery('第120号', ['numbers']).asked[0]?.condition).toMatchObject({ serial: null, needle: '第120号' });
  });

  it.each([
    ['', null],
    ['道路 -占用', null],
    ['-占用 年度:R8', null],
    ['葛\u{E0100}'.repeat(200), null],
    ['-占用', ['only-exclusions', 1, '']],
    ['-占用 OR 道路', ['only-exclusions', 1, '']],
    ['あ'.repeat(201), ['too-long', 1, '']],
    [Array.from({ length: 17 }, (_, n) => `語${n}`).join(' '), ['too-many-words', 1, '']],
    ['占用 OR', ['or-without-sides', 4, 'OR']],
    ['OR 占用', ['or-without-sides', 1, 'OR']],
    ['占用 OR OR 道路', ['or-without-sides', 4, 'OR']],
    ['𠮷 件名: 占用', ['field-without-value', 3, '件名:']],
    ['占用 年度:先年', ['unreadable-year', 4, '年度:先年']],
    ['決裁日:R8.2.30', ['unreadable-day', 1, '決裁日:R8.2.30']],
    ['金額:たくさん', ['unreadable-amount', 1, '金額:たくさん']],
    ['金額:5..3', ['range-reversed', 1, '金額:5..3']],
    ['年度:..', ['unreadable-year', 1, '年度:..']],
  ])('SEA-12 finds in %s the fault %j', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('takes whatever is typed, never looks for blanks or for what is not folded, and knows where each condition stands', () => {
    const letters = fc.constantFrom(
      ...'道路占ab12-－"“() （）:：|　 .~<>=',
      'OR',
      '件名:',
      '年度:R8',
      '金額:',
      '第120号',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(letters, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        if (faultOf(text) !== null) return;
        const check = (condition: Condition): void => {
          if (condition.kind === 'not') check(condition.of);
          else if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(check);
          else if (condition.kind === 'term' || condition.kind === 'unit') {
            expect(condition.needle).not.toMatch(/\s|^$/);
            expect(foldKey(condition.needle)).toBe(condition.needle);
          }
        };
        let last = 0;
        for (const { condition, start, end } of parseQuery(text).asked) {
          check(condition);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
