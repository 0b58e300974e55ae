import { AsyncLocalStorage } from 'node:async_hooks';
import { MOMENT } from './clock';
import { type Sql, sql } from './sql';

/** Who reads: all that the wall inside the database knows of a person (ADR 0037). */
export interface Reader {
  /** 職員番号 */
  readonly staffNo: string;
  readonly day: string;
  readonly units: readonly string[];
  /** `role@unit`, or `role@*` for the whole municipality. */
  readonly roles: readonly string[];
  /** 緊急閲覧: ids and sections that are open for looking. */
  readonly emergencyMatters: readonly string[];
  readonly emergencyUnits: readonly string[];
}

/** What a unit of work of a request runs as: nobody until a session has been found. */
export interface Visit {
  reader: Reader | null;
}

/** The request that units of work belong to. Outside of one (jobs, commands) units are those of the office itself. */
export class Visits {
  private static readonly storage = new AsyncLocalStorage<Visit>();

  /** Runs `work` and everything it starts as somebody who has not said yet who they are. */
  static begin<T>(work: () => T): T {
    return Visits.storage.run({ reader: null }, work);
  }

  /** From here on the units of the request are this person's. Does nothing outside of a request. */
  static nowOf(reader: Reader): void {
    const visit = Visits.storage.getStore();
    if (visit) visit.reader = reader;
  }

  static current(): Visit | null {
    return Visits.storage.getStore() ?? null;
  }
}

const atWork = new AsyncLocalStorage<true>();

/**
 * Everything that `work` asks is of the office itself, as `asOffice` says it of one statement: for what is derived in the unit of
 * a person from rows that this person need not be able to read, and tells them nothing.
 */
export const byOffice = <T>(work: () => Promise<T>): Promise<T> => atWork.run(true, work);

export const isOfficeAtWork = (): boolean => atWork.getStore() === true;

/**
 * Takes the role of all readers for the rest of the transaction, and says which of them it is: with nobody no row is seen.
 * Answers with the moment (`now`), which nearly every unit wants to know.
 */
export function enteringOf({ reader }: Visit): Sql {
  return sql`select set_config('fubako.reader', ${reader?.staffNo ?? ''}, true), set_config('fubako.day', ${reader?.day ?? ''}, true),
    set_config('fubako.units', ${listOf(reader?.units)}, true), set_config('fubako.roles', ${listOf(reader?.roles)}, true),
    set_config('fubako.emergency_matters', ${listOf(reader?.emergencyMatters)}, true),
    set_config('fubako.emergency_units', ${listOf(reader?.emergencyUnits)}, true), set_config('role', 'fubako_api', true),
    ${MOMENT} as now`;
}

/** The same without what an emergency opens, which units that write must not see. */
export function forWriting({ reader }: Visit): Visit {
  return { reader: reader && { ...reader, emergencyMatters: [], emergencyUnits: [] } };
}

/** An array as Postgres writes it. */
const listOf = (items: readonly string[] = []): string =>
  `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
