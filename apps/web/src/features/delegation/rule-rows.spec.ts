import { blankRow, copyRow, readRows, rowOf, spelled } from './rule-rows';

const rule = {
  matterType: 'contract',
  matterTypeName: '契約',
  priority: 10,
  when: '',
  minAmount: 500_001,
  maxAmount: null,
  deciderRank: 70,
  deciderPostCode: null,
  deciderTitle: null,
  concurrenceNames: '財政課',
  concurrence: 'S22',
  reason: '部長専決',
};

describe('rows of the delegation table', () => {
  it('are sent as they came when nothing was typed', () => {
    const { matterTypeName: _, deciderTitle: __, concurrenceNames: ___, ...sent } = rule;
    expect(readRows([rowOf(rule)])).toEqual({ ok: true, rules: [sent] });
  });

  it('take figures as clerks write them', () => {
    const reading = readRows([{ ...rowOf(rule), minAmount: '1,000,001円', maxAmount: '３000000' }]);
    expect(reading.ok && [reading.rules[0]?.minAmount, reading.rules[0]?.maxAmount]).toEqual([1_000_001, 3_000_000]);
  });

  it.each([
    ['maxAmount', '300万'],
    ['deciderRank', '部長'],
    ['priority', ''],
  ] as const)('name the cell that is no number: %s %s', (column, typed) => {
    expect(readRows([rowOf(rule), { ...rowOf(rule), [column]: typed }])).toEqual({ ok: false, row: 2, column });
  });

  it('a copy is another row with the same words', () => {
    const row = blankRow('contract');
    expect(copyRow(row).key).not.toBe(row.key);
    expect(spelled([copyRow(row)])).toBe(spelled([row]));
  });
});
