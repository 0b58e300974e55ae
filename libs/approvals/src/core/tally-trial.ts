import type { RouteDifference, Say } from './compare-routes';

export interface CountedSay extends Say {
  readonly count: number;
}

export interface TrialTally {
  readonly changed: number;
  readonly deciderChanged: number;
  /** Had a route and would have none. */
  readonly stranded: number;
  /** Posts by how many matters they gain. */
  readonly gained: readonly CountedSay[];
  readonly lost: readonly CountedSay[];
}

/** WHATIF-2 Differences in figures: what is gained and lost adds up over the matters. */
export function tallyTrial(differences: readonly RouteDifference[]): TrialTally {
  const changed = differences.filter((difference) => difference.changed);
  const decider = ({ before, after }: RouteDifference): boolean => before?.decider.postCode !== after?.decider.postCode;
  return {
    changed: changed.length,
    deciderChanged: changed.filter(decider).length,
    stranded: changed.filter(({ before, after }) => before !== null && after === null).length,
    gained: counted(changed.flatMap(({ gained }) => gained)),
    lost: counted(changed.flatMap(({ lost }) => lost)),
  };
}

function counted(says: readonly Say[]): CountedSay[] {
  const counts = new Map<string, CountedSay>();
  for (const say of says) {
    const known = counts.get(say.postCode) ?? { ...say, count: 0 };
    counts.set(say.postCode, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.postCode < b.postCode ? -1 : 1));
}
