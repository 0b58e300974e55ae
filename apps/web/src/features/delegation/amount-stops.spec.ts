import { amountStops, nearestStop } from './amount-stops';

const rule = (matterType: string, minAmount: number | null, maxAmount: number | null) => ({
  matterType,
  minAmount,
  maxAmount,
});

it('WHATIF-4 the amounts to try are the last before each bound and the first after it, each once and in order', () => {
  const rules = [
    rule('contract', 1_000_001, null),
    rule('contract', null, 300_000),
    rule('contract', 300_001, 1_000_000),
    rule('travel', 0, 50_000),
  ];
  expect(amountStops(rules, 'contract')).toEqual([300_000, 300_001, 1_000_000, 1_000_001]);
  expect(amountStops(rules, 'travel')).toEqual([0, 50_000, 50_001]);
});

it('WHATIF-4 a type of matter whose rows have no bounds has nothing to try', () => {
  expect(amountStops([rule('notice', null, null)], 'notice')).toEqual([]);
  expect(amountStops([rule('contract', 1, 2)], 'notice')).toEqual([]);
});

it('WHATIF-4 an amount that was typed stands at the stop next to it', () => {
  const stops = [300_000, 300_001, 1_000_000, 1_000_001];
  expect(nearestStop(stops, 299_000)).toBe(0);
  expect(nearestStop(stops, 400_000)).toBe(1);
  expect(nearestStop(stops, 5_000_000)).toBe(3);
});
