import type { LocalDate } from '@fubako/kernel';
import type { SeededRandom } from './random';
import { type DemoDraft, writeDraft } from './drafts';
import { HEALTH_TOPICS, TOWN_TOPICS } from './topics';

/** How a document fares. `waits-at-head`: it has come as far as the head of the 健康福祉部. */
export type Ending =
  | 'drafting'
  | 'waits-at-first'
  | 'waits-midway'
  | 'waits-at-head'
  | 'decided'
  | 'executed'
  | 'closed'
  | 'returned'
  | 'resubmitted'
  | 'pulled_back'
  | 'rejected'
  | 'withdrawn'
  | 'abandoned';

export interface Storyline {
  readonly draft: DemoDraft;
  readonly ending: Ending;
  readonly startsOn: LocalDate;
  readonly attachments: 0 | 1 | 2;
  readonly urgent: boolean;
  readonly secret: boolean;
  /** Somebody on the way adds an opinion. */
  readonly opinion: boolean;
}

/** How many documents end how: about 300 in all, with 60 that wait for one department head. */
const SHARES: readonly (readonly [Ending, number])[] = [
  ['waits-at-head', 60],
  ['waits-at-first', 18],
  ['waits-midway', 16],
  ['drafting', 14],
  ['decided', 48],
  ['executed', 60],
  ['closed', 42],
  ['returned', 10],
  ['resubmitted', 8],
  ['pulled_back', 5],
  ['rejected', 6],
  ['withdrawn', 7],
  ['abandoned', 6],
];

const RECENT: readonly Ending[] = [
  'waits-at-head',
  'waits-at-first',
  'waits-midway',
  'drafting',
  'returned',
  'resubmitted',
  'pulled_back',
];

/** The year of the town so far: who writes what when, and what becomes of it. */
export function storylines(days: readonly LocalDate[], random: SeededRandom): Storyline[] {
  return SHARES.flatMap(([ending, count]) =>
    Array.from({ length: count }, (_, index) => storyline(ending, { index, days, random })),
  );
}

function storyline(
  ending: Ending,
  { index, days, random }: { index: number; days: readonly LocalDate[]; random: SeededRandom },
): Storyline {
  const startsOn = random.pick(RECENT.includes(ending) ? days.slice(-14, -3) : days.slice(0, -12));
  const health = ending === 'waits-at-head' || (ending !== 'drafting' && random.chance(0.2));
  const topic = random.pick(health ? HEALTH_TOPICS : TOWN_TOPICS);
  return {
    draft: writeDraft(topic, startsOn, random),
    ending,
    startsOn,
    attachments: attachmentsFor(topic.matterType, random),
    urgent: random.chance(0.07),
    secret: ending === 'waits-at-head' ? index === 7 : random.chance(0.02),
    opinion: random.chance(0.15),
  };
}

function attachmentsFor(matterType: string, random: SeededRandom): 0 | 1 | 2 {
  if (matterType === 'trip' || matterType === 'internal') return random.chance(0.15) ? 1 : 0;
  if (matterType === 'contract' || matterType === 'it_investment')
    return random.chance(0.5) ? 1 : random.chance(0.3) ? 2 : 0;
  return random.chance(0.3) ? 1 : 0;
}
