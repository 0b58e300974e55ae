export { DeliverOutbox } from './deliver-outbox';
export { OutboxRelay, RELAY_DEFAULTS, type RelayOptions } from './outbox-relay';
export { OutboxRows } from './outbox-rows';
export { PublishOutbox } from './publish-outbox';
export { RelayModule } from './relay.module';
