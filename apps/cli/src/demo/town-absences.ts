import type { INestApplicationContext } from '@nestjs/common';
import { type LocalDate, type PostCode, type StaffNo, addDays, startOfDay } from '@fubako/kernel';
import { GiveProxy, RegisterAbsence, addOpenDays, type CalendarFacts } from '@fubako/organisation';
import type { TownPeople } from './town-people';

const NOON_MS = 12 * 3_600_000;

interface Away {
  readonly staffNo: string;
  /** Open days from today to the first day. */
  readonly in: number;
  /** Calendar days; a half one is an afternoon. */
  readonly days: number;
  readonly reason: string;
}

/** 江藤 is there today, for the sixty drafts that wait for him, and travels in two days: then 深川 may act. */
const AWAY: readonly Away[] = [
  { staffNo: '1006', in: 2, days: 2, reason: '県庁へ出張' },
  { staffNo: '1002', in: 4, days: 1, reason: '町村会の会議' },
  { staffNo: '1118', in: 1, days: 0.5, reason: '休暇' },
  { staffNo: '1119', in: 0, days: 3, reason: '休暇' },
  { staffNo: '1031', in: 3, days: 1, reason: '研修' },
  { staffNo: '1024', in: 0, days: 1, reason: '出張' },
];

/** Who of the town is away in the next days, registered by themselves; 深川 gives her seat to 後藤 for a week. */
export async function tellAbsences(
  product: INestApplicationContext,
  { people, today, calendar }: { people: TownPeople; today: LocalDate; calendar: CalendarFacts },
): Promise<void> {
  const register = product.get(RegisterAbsence);
  for (const { staffNo, in: offset, days, reason } of AWAY) {
    const first = addOpenDays(today, offset, calendar);
    const half = days < 1;
    const from = new Date(startOfDay(first).getTime() + (half ? NOON_MS : 0));
    const until = startOfDay(addDays(first, half ? 1 : days));
    await register.run(await people.actor(staffNo), {
      staffNo: staffNo as StaffNo,
      kind: 'absence',
      from,
      until,
      reason,
    });
  }
  const week = addOpenDays(today, 5, calendar);
  await product.get(GiveProxy).run(await people.actor('1016'), {
    postCode: 'P-S31-H' as PostCode,
    taker: '1030' as StaffNo,
    from: startOfDay(week),
    until: startOfDay(addDays(week, 7)),
    reason: '研修のため',
  });
}
