import { localDate, localDateAt } from '@fubako/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { Actors, BusinessCalendar, OrganisationCharts, isOpen } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { SimpleDocumentPdf } from '@fubako/rendering';
import { ReceiveUpload } from '@fubako/scans';
import type { DemoClock } from './demo-clock';
import { SeededRandom } from './random';
import { receiptStories } from './receipt-stories';
import { ReceiptTeller } from './receipt-teller';
import { storylines } from './storylines';
import { type StoryPlace, Storyteller } from './storyteller';
import { tellAbsences } from './town-absences';
import { tellArchive } from './town-archive';
import { TownPapers } from './town-papers';
import { TownPeople } from './town-people';
import { morningOf, officeDays } from './work-time';

/** The town's own founding year in Fubako: assignments of the sample town begin here. */
const FIRST_DAY = localDate('2026-04-01');
const SEED = 8_140_998;
/** Letters have a chance of their own, so that the documents stay what they are. */
const LETTER_SEED = 20_260_401;

export interface Progress {
  (done: number, total: number): void;
}

/**
 * Tells the sample town's year up to now: the files that stood in its stacks, about 300 documents and a few dozen letters in every state, each made
 * by the use cases that people use, in the order in which it happened, so that numbers and ledgers run with time.
 */
export async function seedTown(
  product: INestApplicationContext,
  { clock, now, progress }: { clock: DemoClock; now: Date; progress: Progress },
): Promise<{ documents: number; receipts: number }> {
  const random = new SeededRandom(SEED);
  const uow = product.get(UnitOfWork);
  clock.moveTo(morningOf(FIRST_DAY, random));
  const people = new TownPeople(uow, product.get(Actors), product.get(OrganisationCharts));
  await tellArchive(product, people);
  const calendar = await uow.read(() => product.get(BusinessCalendar).facts());
  const days = officeDays(FIRST_DAY, localDateAt(now), (day) => isOpen(day, calendar));
  const place: StoryPlace = {
    product,
    people,
    papers: new TownPapers(
      product.get(SimpleDocumentPdf, { strict: false }),
      product.get(ReceiveUpload, { strict: false }),
    ),
    days,
    latest: new Date(now.getTime() - 60_000),
    random,
  };
  const documents = storylines(days, random).map(
    (story) => new Storyteller(story, place, morningOf(story.startsOn, random)),
  );
  const receipts = lettersOf({ ...place, random: new SeededRandom(LETTER_SEED) });
  await tellAll([...documents, ...receipts], clock, progress);
  clock.moveTo(now);
  await tellAbsences(product, { people, today: localDateAt(now), calendar });
  return { documents: documents.length, receipts: receipts.length };
}

function lettersOf(place: StoryPlace): ReceiptTeller[] {
  const { days, random } = place;
  return receiptStories(days, random).map(
    (story) => new ReceiptTeller(story, place, morningOf(story.startsOn, random)),
  );
}

/** Somebody whose story is told beat by beat. */
interface Teller {
  readonly next: Date;
  tell(): Promise<boolean>;
}

/** Always the earliest beat of all stories next. */
async function tellAll(tellers: readonly Teller[], clock: DemoClock, progress: Progress): Promise<void> {
  const open = new Set(tellers);
  while (open.size > 0) {
    const teller = [...open].reduce((earliest, candidate) => (candidate.next < earliest.next ? candidate : earliest));
    clock.moveTo(teller.next);
    if (!(await teller.tell())) open.delete(teller);
    progress(tellers.length - open.size, tellers.length);
  }
}
