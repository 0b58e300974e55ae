export { EventBus, LISTEN_TO_OUTBOX } from './event-bus';
export {
  type Delivery,
  type DomainEvent,
  type EventType,
  type InUnitHandler,
  type LateConsumer,
  type LateHandler,
  defineEvent,
} from './event';
export { OutboxModule } from './outbox.module';
export { type OwedSummary, OwedWork, type StuckEffect } from './owed-work';
