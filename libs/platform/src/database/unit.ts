import { Logger } from '@nestjs/common';
import type { UnitConnection } from './unit-connection';

/** How a unit of work is begun and ended. */
export type Manner = 'write' | 'read' | 'glance';

export interface Unit {
  readonly connection: UnitConnection;
  readonly writable: boolean;
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
  readonly aftermath: Aftermath;
  /** What collaborators gather during this unit, by their own key. */
  readonly gathered: Map<symbol, unknown>;
  /** Time of the unit, asked once. */
  now: Promise<Date> | null;
  /** When a reading unit of somebody began, by the database. */
  begun: Promise<Date> | null;
  open: boolean;
  /** Its end has gone out with its questions: there is nothing to ask any more. */
  ended: boolean;
}

/** What outlives a unit that fails. */
export interface Aftermath {
  readonly afterRollback: (() => Promise<void>)[];
  readonly afterReading: (() => Promise<void>)[];
  /** 職員番号 of who acts. */
  by: string | null;
}

export const unitOn = (
  connection: UnitConnection,
  { writable, aftermath }: Pick<Unit, 'writable' | 'aftermath'>,
): Unit => ({
  connection,
  writable,
  beforeCommit: [],
  afterCommit: [],
  aftermath,
  gathered: new Map(),
  now: null,
  begun: null,
  open: true,
  ended: false,
});

export const nothingYet = (): Aftermath => ({ afterRollback: [], afterReading: [], by: null });

const logger = new Logger('unit-of-work');

/** Runs all of them, and those that they bring; none is left running when one has failed. */
export async function allOf(hooks: readonly (() => Promise<void>)[]): Promise<void> {
  for (let begun = 0; begun < hooks.length;) {
    const round = hooks.slice(begun);
    begun = hooks.length;
    const ends = await Promise.allSettled(round.map((hook) => hook()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
}

/** The unit has committed: a doorbell that fails must not make it look undone. */
export function ring(hooks: readonly (() => void)[]): void {
  for (const hook of hooks) {
    try {
      hook();
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}

/** The refusal is what the caller must hear, whatever becomes of its note. */
export async function remember(hooks: readonly (() => Promise<void>)[]): Promise<void> {
  for (const hook of hooks) {
    await hook().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  }
}
