/** News of the domain: past tense, versioned, e.g. `approvals.decided.v1`. A changed shape is a new version. */
export interface EventType<P> {
  readonly name: string;
  /** Only carries the payload's type. */
  readonly payload?: P;
}

export function defineEvent<P extends object>(name: `${string}.${string}.v${number}`): EventType<P> {
  return { name };
}

/** One thing that happened. `subject` is the id of the thing it happened to. */
export interface DomainEvent<P = unknown> {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly payload: P;
}

/** How a late consumer reports that its effect is in: `work` and the tick on the outbox row commit together. */
export interface Delivery {
  readonly attempt: number;
  complete(work: () => Promise<void>): Promise<void>;
}

/** Acts inside the announcing unit, on all events announced together: one set-based effect, not one per event. */
export type InUnitHandler<P> = (events: readonly DomainEvent<P>[]) => Promise<void>;
/** Runs in the worker, at least once. What it does before `complete` must be safe to do twice. */
export type LateHandler<P> = (event: DomainEvent<P>, delivery: Delivery) => Promise<void>;

/** A late consumer that says how much it takes. */
export interface LateConsumer {
  readonly name: string;
  readonly heavy: boolean;
}
