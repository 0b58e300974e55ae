import { chosenSeries } from './series-choice';

const form = {
  properties: {
    subject: { type: 'string' },
    kind: { enum: ['条例', '訓令', '要綱'], 'x-ui': { series: { 条例: 'S-ORDINANCE', 訓令: 'S-INSTRUCTION' } } },
  },
};

describe('NUM-14 the series of what was chosen in the form', () => {
  it.each([
    ['条例', 'S-ORDINANCE'],
    ['訓令', 'S-INSTRUCTION'],
    ['要綱', null],
    ['toString', null],
    [undefined, null],
    [3, null],
  ])('of %s is %s', (kind, series) => {
    expect(chosenSeries(form, { subject: '件名', kind })).toBe(series);
  });

  it('is nothing where no field names series', () => {
    expect(chosenSeries({ properties: { subject: { type: 'string' } } }, { subject: '条例' })).toBeNull();
  });
});
