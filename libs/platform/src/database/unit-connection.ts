import { DomainError } from '@fubako/kernel';
import type { Client } from 'pg';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { type Visit, enteringOf, isOfficeAtWork } from './reader';
import type { Sql } from './sql';
import type { StatementNames } from './statement-names';

export interface Answer {
  readonly records: unknown[];
  readonly affected: number;
  /** What the database says that it has done, e.g. ROLLBACK to a commit of what has failed. */
  readonly command: string;
}

interface Query {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string | undefined;
}

type Role = 'office' | 'reader';
/** The office is whoever has connected. */
const TAKE: Readonly<Record<Role, Query>> = {
  office: { text: 'set local role none', values: [], name: 'fubako_office' },
  reader: { text: 'set local role fubako_api', values: [], name: 'fubako_reader' },
};
const BEGIN = { write: 'begin', read: 'begin isolation level repeatable read, read only' } as const;

/**
 * The connection of one unit of work and its transaction. TypeORM lends it from its pool; statements go to the driver itself,
 * under names where they have one. They are written to the database as they are asked (a pipeline), and it takes them in that
 * order: what nobody waits for costs no round trip (ADR 0030).
 */
export class UnitConnection {
  private begun = false;
  private entered = false;
  /** As whom runs what is asked next. */
  private role: Role = 'office';
  /** Statements whose answers nobody has looked at yet. */
  private readonly unheard: Promise<unknown>[] = [];
  /** Among them those that must change so many rows. */
  private readonly counted: Promise<void>[] = [];
  /** The first statement that failed: all that come after it are refused because of it. */
  private failure: Error | null = null;

  private constructor(
    readonly runner: QueryRunner,
    private readonly client: Client,
    private readonly names: StatementNames,
  ) {}

  static async lend(dataSource: DataSource, names: StatementNames): Promise<UnitConnection> {
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as Client;
    return new UnitConnection(runner, client, names);
  }

  /** Writing units run as Postgres does by default (read committed). */
  begin(mode: 'read' | 'write'): void {
    this.begun = true;
    this.leave(this.ask({ text: BEGIN[mode], values: [], name: `fubako_begin_${mode}` }));
  }

  /** From here on the database shows what this person may read (ADR 0037). @returns the moment, which may be left unheard */
  enter(visit: Visit): Promise<Date> {
    const { text, values } = enteringOf(visit);
    this.entered = true;
    this.role = 'reader';
    const moment = this.ask({ text, values: [...values], name: 'fubako_enter' }).then(momentOf);
    this.leave(moment);
    return moment;
  }

  /** @throws ConnectionLost, StalePlan, QueryFailedError with the code of Postgres */
  query({ text, values, ofOffice }: Sql): Promise<Answer> {
    const role = this.entered && !ofOffice && !isOfficeAtWork() ? 'reader' : 'office';
    this.take(role);
    return this.ask({ text, values: [...values], name: this.names.of(text, role) });
  }

  /** A statement whose answer is looked at when the unit ends. @param rows that it must change; null when any number will do */
  send(statement: Sql, rows: number | null): void {
    if (rows === null) return this.leave(this.query(statement));
    const counted = this.query(statement).then(({ affected }) => {
      if (affected !== rows) throw new Error(`${rows} rows were to change, ${affected} did: ${statement.text}`);
    });
    this.leave(counted);
    this.counted.push(counted);
  }

  /** What failed before it makes it a rollback, and fails it. */
  async commit(): Promise<void> {
    await Promise.all(this.counted);
    // What was put off to the end is checked as the person who acts.
    if (this.entered) this.take('reader');
    const end = this.ask({ text: 'commit', values: [] });
    await Promise.all([...this.unheard, end]);
    this.begun = false;
    if ((await end).command !== 'COMMIT') throw this.failure ?? new Error('The unit was rolled back by the database.');
  }

  /** Ends a reading unit; nothing depends on the answer, and whoever gets the connection next comes after it. */
  end(): void {
    this.begun = false;
    this.leave(this.ask({ text: 'commit', values: [] }));
  }

  /** Nothing is left of the unit, whether the database can still be told or not. */
  async rollback(): Promise<void> {
    if (this.begun && !this.runner.isReleased) await this.client.query('rollback').catch(() => undefined);
    this.begun = false;
  }

  /** What the caller must hear: whoever borrowed the connection finds it gone in words of their own. */
  heard(error: unknown): unknown {
    const known = error instanceof DomainError || error instanceof ConnectionLost;
    return this.runner.isReleased && !known ? new ConnectionLost(error) : error;
  }

  release(): Promise<void> {
    return this.runner.release();
  }

  /** The database takes roles and statements in the order in which they are written, whatever a unit asks beside each other. */
  private take(role: Role): void {
    if (role === this.role) return;
    this.role = role;
    this.leave(this.ask(TAKE[role]));
  }

  private leave(answer: Promise<unknown>): void {
    answer.catch(() => undefined);
    this.unheard.push(answer);
  }

  private async ask(query: Query): Promise<Answer> {
    // TypeORM gives a broken connection back by itself, and nobody may use it after that.
    if (this.runner.isReleased) throw new ConnectionLost(null);
    try {
      const { rows, rowCount, command } = await this.client.query(query);
      return { records: rows, affected: rowCount ?? 0, command };
    } catch (error) {
      const heard = this.meaningOf(error, query);
      this.failure ??= heard;
      throw isConsequence(error) ? this.failure : heard;
    }
  }

  private meaningOf(error: unknown, query: Query): Error {
    if (this.runner.isReleased) return new ConnectionLost(error);
    if (!(error instanceof Error)) return new Error(String(error));
    if (!isStalePlan(error)) return new QueryFailedError(query.text, query.values, error);
    this.names.forget();
    return new StalePlan(error);
  }
}

function momentOf({ records: [row] }: Answer): Date {
  return (row as { readonly now: Date }).now;
}

/** The connection broke: whether a commit that was under way has come about, nobody here knows. */
export class ConnectionLost extends Error {
  /** connection_failure */
  readonly code = '08006';

  constructor(cause: unknown) {
    super('The connection to the database was lost.', { cause });
  }
}

/** A table has got columns since the statement was planned: asked again, it is planned anew. */
export class StalePlan extends Error {
  constructor(cause: unknown) {
    super('A statement was planned for an older shape of its tables.', { cause });
  }
}

/** Postgres has no code of its own for it (feature_not_supported). */
function isStalePlan(error: Error): boolean {
  return 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan');
}

/** in_failed_sql_transaction: refused because another statement has failed before. */
function isConsequence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}
