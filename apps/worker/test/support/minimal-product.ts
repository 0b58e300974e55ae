import { type DynamicModule, Global, Injectable, Module } from '@nestjs/common';
import { ConfigModule, type Settings } from '@fubako/platform/config';
import { DatabaseModule, UnitOfWork, sql } from '@fubako/platform/database';
import { ObjectStoreModule } from '@fubako/platform/object-store';
import { EventBus, OutboxModule, defineEvent } from '@fubako/platform/outbox';

export const rang = defineEvent<{ ms: number }>('test.rang.v1');

/** A consumer that takes as long as the event says and then leaves a row. */
@Injectable()
class SlowConsumer {
  constructor(bus: EventBus, uow: UnitOfWork) {
    bus.later(rang, 'test.slow', async ({ payload }, delivery) => {
      process.send?.('consuming');
      await new Promise((resolve) => setTimeout(resolve, payload.ms));
      await delivery.complete(async () => {
        await uow.change(sql`insert into public.rung (ms) values (${payload.ms})`);
      });
    });
  }
}

@Global()
@Module({})
export class MinimalProduct {
  static with(settings: Settings): DynamicModule {
    return {
      module: MinimalProduct,
      imports: [ConfigModule.with(settings), DatabaseModule, OutboxModule, ObjectStoreModule],
      providers: [SlowConsumer],
    };
  }
}
