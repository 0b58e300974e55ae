export { EventBus, OUTBOX_CHANNEL } from './event-bus';
export { type Delivery, type DomainEvent, type EventType, type InUnitHandler, type LateHandler, defineEvent } from './event';
export { OutboxModule } from './outbox.module';
