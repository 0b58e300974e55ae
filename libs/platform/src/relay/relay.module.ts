import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../config';
import { DeliverOutbox } from './deliver-outbox';
import { OutboxRelay, RELAY_DEFAULTS } from './outbox-relay';
import { OutboxRows } from './outbox-rows';
import { PublishOutbox } from './publish-outbox';

@Injectable()
class RelayLifetime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(OutboxRelay) private readonly relay: OutboxRelay) {}

  onApplicationBootstrap(): Promise<void> {
    return this.relay.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.relay.stop();
  }
}

/** For the worker: publishes and delivers what the outbox owes. */
@Module({
  providers: [
    OutboxRows,
    DeliverOutbox,
    PublishOutbox,
    {
      provide: OutboxRelay,
      inject: [PublishOutbox, Settings],
      useFactory: (publish: PublishOutbox, { values }: Settings) =>
        new OutboxRelay(publish, { ...RELAY_DEFAULTS, databaseUrl: values.DATABASE_URL }),
    },
    RelayLifetime,
  ],
  exports: [OutboxRelay],
})
export class RelayModule {}
