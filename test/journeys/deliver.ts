import { AnnounceChanges } from '@fubako/organisation';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { LivingTown } from './town';

interface Owed {
  readonly id: number;
  readonly consumer: string;
  readonly event_id: string;
  readonly event_name: string;
  readonly subject: string;
  readonly payload: unknown;
}

/** Does what the worker would do now: delivers what is owed to these consumers, and what that leads to. */
export async function deliverOwed({ app }: LivingTown, ...consumers: readonly string[]): Promise<void> {
  const [uow, bus] = [app.get(UnitOfWork), app.get(EventBus)];
  const next = () =>
    uow.read(() =>
      uow.rows<Owed>(sql`
        select id, consumer, event_id, event_name, subject, payload from platform.outbox
        where done_at is null and exists (select from unnest(${[...consumers]}::text[]) c where consumer like c || '%') order by id`),
    );
  for (let owed = await next(); owed.length > 0; owed = await next()) {
    for (const { id, consumer, event_id, event_name, subject, payload } of owed) {
      await bus.consumer(consumer)?.(
        { id: event_id, name: event_name, subject, payload },
        {
          attempt: 1,
          complete: (work) =>
            uow.run(async () => {
              await work();
              await uow.change(sql`update platform.outbox set done_at = clock_timestamp() where id = ${id}`);
            }),
        },
      );
    }
  }
}

/** The first minute of a new day, or of a new organisation. */
export async function beginDay(town: LivingTown): Promise<void> {
  town.newDay();
  await town.app.get(AnnounceChanges).run();
  await deliverOwed(town, 'approvals.', 'documents.', 'records.');
}
