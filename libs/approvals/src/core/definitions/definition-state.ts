import type { LocalDate } from '@fubako/kernel';

interface Begun {
  readonly version: number;
  readonly validFrom: LocalDate;
}

/** Where a version stands on a day (ADR 0026): in force is the newest that has begun; before the first one, the first. */
export function definitionState(
  version: number,
  all: readonly Begun[],
  today: LocalDate,
): 'scheduled' | 'in_force' | 'past' {
  const order = [...all].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.version - b.version,
  );
  const inForce = order.findLast(({ validFrom }) => validFrom <= today) ?? order[0];
  if (inForce?.version === version) return 'in_force';
  const own = all.find((one) => one.version === version);
  return own !== undefined && own.validFrom > today ? 'scheduled' : 'past';
}
