import { defineEvent, type EventBus } from '@fubako/platform/outbox';
import { type UnitOfWork, sql } from '@fubako/platform/database';

export const happened = defineEvent<{ n: number }>('test.happened.v1');

/** Where the consumers of these tests leave their effect: no unique constraint, so that a second effect would show. */
export async function createEffects(uow: UnitOfWork): Promise<void> {
  await uow.run(() =>
    uow.rows(sql`create table public.effect (n int not null, at timestamptz default clock_timestamp())`),
  );
}

export function announce(uow: UnitOfWork, bus: EventBus, numbers: readonly number[]): Promise<void> {
  return uow.run(() =>
    bus.publishAll(
      happened,
      numbers.map((n) => ({ subject: `thing-${n}`, payload: { n } })),
    ),
  );
}

export async function leaveEffect(uow: UnitOfWork, n: number): Promise<void> {
  await uow.change(sql`insert into public.effect (n) values (${n})`);
}

export function effects(uow: UnitOfWork): Promise<{ n: number; at: Date }[]> {
  return uow.read(() => uow.rows<{ n: number; at: Date }>(sql`select n, at from public.effect order by n, at`));
}
