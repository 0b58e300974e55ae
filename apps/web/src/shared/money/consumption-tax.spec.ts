import fc from 'fast-check';
import { ratesOn, taxIn, taxOn } from './consumption-tax';

describe('消費税', () => {
  test('has the rates of its day', () => {
    expect(ratesOn('2026-11-28')).toEqual([10, 8]);
    expect(ratesOn('2019-09-30')).toEqual([8]);
    expect(ratesOn('1989-03-31')).toEqual([]);
  });

  test('is cut off to whole yen', () => {
    expect([taxOn(1_090_909, 10), taxOn(999, 8), taxIn(1_200_000, 10), taxIn(108, 8)]).toEqual([
      109_090, 79, 109_090, 8,
    ]);
  });

  test('what was put on an amount is found in it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(10, 8, 5, 3), (amount, rate) => {
        expect(taxIn(amount + taxOn(amount, rate), rate)).toBe(taxOn(amount, rate));
      }),
    );
  });
});
