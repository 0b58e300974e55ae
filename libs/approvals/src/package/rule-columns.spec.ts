import { CellFault } from '@fubako/organisation';
import { concurrence, condition } from './rule-columns';

describe('the condition of a delegation rule', () => {
  const read = (cell: string) => condition().read(cell);

  it('is kept as it is written', () => {
    expect(read('method == "随意契約" and amount > 1300000')).toBe('method == "随意契約" and amount > 1300000');
    expect(condition().whenEmpty).toEqual({ value: '' });
  });

  it.each([
    ['amount = 5', '8文字目の「=」'],
    ['amount >', '途中で終わっています(9文字目)'],
    ['(important', '途中で終わっています(11文字目)'],
    ['kind == "要綱" kind', '14文字目の「kind」'],
    ['kind == "\\x"', '引用符の中の「\\」'],
  ])('%s is refused where it cannot be read', (cell, words) => {
    const fault = read(cell);
    expect(fault).toBeInstanceOf(CellFault);
    expect(fault instanceof CellFault && fault.words.ja).toContain(words);
  });
});

describe('the concurrence of a delegation rule (RULE-31)', () => {
  const read = (cell: string) => concurrence().read(cell);
  const all = (...units: string[]) => ({ units, need: 'all' });

  it.each([
    ['S22', [all('S22')]],
    ['S22;S21', [all('S22', 'S21')]],
    ['S12>S22', [all('S12'), all('S22')]],
    ['S12 > S22 ; S21 > S50', [all('S12'), all('S22', 'S21'), all('S50')]],
    ['S22/U221', [all('S22/U221')]],
    ['S22;S21#1', [{ units: ['S22', 'S21'], need: 1 }]],
    ['S22;S21#2', [all('S22', 'S21')]],
  ])('%s: groups in order, units of a group in parallel', (cell, groups) => {
    expect(read(cell)).toEqual(groups);
  });

  it('an empty cell asks nobody', () => {
    expect(concurrence().whenEmpty).toEqual({ value: [] });
  });

  it.each(['S22;', '>S22', 'S22,S21', '財政課', 'S22>S22', 'S21;S22>S21', 'S22#0', 'S22;S21#3', 'S22;S21#x'])(
    '%s is refused',
    (cell) => {
      expect(read(cell)).toBeInstanceOf(CellFault);
    },
  );
});
