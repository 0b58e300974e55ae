import { overlap } from '../core/period';
import type { Faults, Words } from './fault';
import { type Entry, type Register, periodOf } from './register';

/** A rule that of all rows in one group only one holds on any day: one head for a unit, one 本務 for a person. */
export interface OneAtATime<V extends object> {
  readonly register: Register<V>;
  /** What may only be there once; null for rows that do not count. */
  readonly group: (values: V) => string | null;
  readonly column: keyof V & string;
  readonly code: string;
  readonly sentence: (group: string, otherKey: string) => Words;
}

export function checkOneAtATime<V extends object>(
  { register, group, column, code, sentence }: OneAtATime<V>,
  faults: Faults,
): void {
  const seen = new Map<string, Entry<V>[]>();
  for (const entry of register.entries) {
    const name = group(entry.values);
    if (name === null) continue;
    const earlier = seen.get(name) ?? [];
    const rival = earlier.find(
      (other) => other.key !== entry.key && overlap(periodOf(other.values), periodOf(entry.values)),
    );
    if (rival) {
      const [shown, other] = entry.row ? [entry, rival] : [rival, entry];
      faults.add(register.placeOf(shown, column), code, sentence(name, other.key));
    }
    seen.set(name, [...earlier, entry]);
  }
}
