import type { DelegationRule } from '../../shared/api/types';

type Bounded = Pick<DelegationRule, 'matterType' | 'minAmount' | 'maxAmount'>;

/**
 * The amounts at which somebody else may decide a type of matter: the last before each bound of its rows, and the first after it, in
 * order. Nothing where no row has bounds.
 */
export function amountStops(rules: readonly Bounded[], matterType: string): readonly number[] {
  const edges = rules
    .filter((rule) => rule.matterType === matterType)
    .flatMap(({ minAmount, maxAmount }) => [
      ...(minAmount === null ? [] : [minAmount - 1, minAmount]),
      ...(maxAmount === null ? [] : [maxAmount, maxAmount + 1]),
    ]);
  return [...new Set(edges)].filter((amount) => amount >= 0).toSorted((a, b) => a - b);
}

/** The place of the stop that is nearest to an amount. */
export function nearestStop(stops: readonly number[], amount: number): number {
  const far = stops.map((stop) => Math.abs(stop - amount));
  return far.indexOf(Math.min(...far));
}
