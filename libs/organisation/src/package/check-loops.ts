import type { LocalDate } from '@fubako/kernel';
import { grouped } from '../core/grouped';
import { findLoop } from '../core/find-loop';
import { holds } from '../core/period';
import type { Faults, Words } from './fault';
import { type Entry, type Register, periodOf } from './register';

/** Rows that each lead from one code to another and must never lead back. */
export interface Links<V extends object> {
  readonly register: Register<V>;
  readonly from: (values: V) => string;
  readonly to: (values: V) => string | null;
  readonly column: keyof V & string;
  readonly sentence: (ring: string, day: LocalDate) => Words;
}

/** Links can only change on a first day, so it is enough to look at those (ORG-4, ORG-5). */
export function checkLoops<V extends object>({ register, from, to, column, sentence }: Links<V>, faults: Faults): void {
  const reported = new Set<string>();
  for (const day of [...new Set(register.entries.map(({ values }) => periodOf(values).from))].sort()) {
    const links = grouped(
      register.entries.filter(({ values }) => holds(periodOf(values), day)),
      ({ values }) => from(values),
    );
    const loop = findLoop([...links.keys()], (code) =>
      (links.get(code) ?? []).flatMap(({ values }) => to(values) ?? []),
    );
    const ring = [...loop, loop[0]].join(' → ');
    if (loop.length === 0 || reported.has(ring)) continue;
    reported.add(ring);
    const inRing = (entry: Entry<V>) => loop.includes(from(entry.values)) && loop.includes(to(entry.values) ?? '');
    const members = [...links.values()].flat().filter(inRing).sort(byLatestStart);
    const shown = members.find(({ row }) => row !== null) ?? members[0];
    if (shown) faults.add(register.placeOf(shown, column), 'package.loop', sentence(ring, day));
  }
}

/** The link that began last is the one that closed the ring. */
function byLatestStart<V extends object>(a: Entry<V>, b: Entry<V>): number {
  const [one, other] = [periodOf(a.values).from, periodOf(b.values).from];
  return one === other ? 0 : one > other ? -1 : 1;
}
