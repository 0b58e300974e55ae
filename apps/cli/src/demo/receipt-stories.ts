import type { LocalDate } from '@fubako/kernel';
import { LETTERS, type Letter } from './letters';
import type { SeededRandom } from './random';
import { PLACES } from './topics';

/** How a receipt fares. */
export type ReceiptFate =
  | 'arrived'
  | 'open'
  | 'overdue'
  | 'circulating'
  | 'asked'
  | 'read'
  | 'drafted'
  | 'rerouted'
  | 'not_needed'
  | 'sent_back';

export interface ReceiptStory {
  readonly letter: Letter;
  readonly fate: ReceiptFate;
  readonly startsOn: LocalDate;
  readonly backDated: boolean;
}

const SHARES: readonly (readonly [ReceiptFate, number])[] = [
  ['read', 10],
  ['drafted', 8],
  ['circulating', 6],
  ['open', 5],
  ['overdue', 3],
  ['arrived', 3],
  ['asked', 2],
  ['rerouted', 3],
  ['not_needed', 2],
  ['sent_back', 2],
];

const RECENT: readonly ReceiptFate[] = ['arrived', 'open', 'circulating', 'asked'];

/** A few dozen letters of the town's year: what came when, and what became of it. */
export function receiptStories(days: readonly LocalDate[], random: SeededRandom): ReceiptStory[] {
  return SHARES.flatMap(([fate, count]) =>
    Array.from({ length: count }, (_, index) => {
      const late = fate === 'overdue' || index === 0;
      const pool = LETTERS.filter(({ replyInDays }) => !late || replyInDays !== null);
      const chosen = random.pick(pool);
      const place = random.pick(PLACES);
      const named = (text: string) => text.replaceAll('{place}', place);
      return {
        letter: { ...chosen, subject: named(chosen.subject), sender: named(chosen.sender) },
        fate,
        startsOn: random.pick(someOf(RECENT.includes(fate) ? days.slice(-7, -2) : days.slice(0, -30), days)),
        backDated: random.chance(0.1),
      };
    }),
  );
}

/** In the first weeks of a year there are no days long past. */
const someOf = (wanted: readonly LocalDate[], all: readonly LocalDate[]) => (wanted.length > 0 ? wanted : all);
