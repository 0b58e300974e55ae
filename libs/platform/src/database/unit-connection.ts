import { DomainError } from '@fubako/kernel';
import type { Client } from 'pg';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Sql } from './sql';
import type { StatementNames } from './statement-names';

export interface Answer {
  readonly records: unknown[];
  readonly affected: number;
}

const BEGIN = { write: 'begin', read: 'begin isolation level repeatable read, read only' } as const;

/**
 * The connection of one unit of work and its transaction. TypeORM lends it from its pool; statements go to the driver itself,
 * under names where they have one.
 */
export class UnitConnection {
  private begun = false;

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
  async begin(mode: 'read' | 'write'): Promise<void> {
    await this.ask({ text: BEGIN[mode], values: [] });
    this.begun = true;
  }

  /** @throws ConnectionLost, StalePlan, QueryFailedError with the code of Postgres */
  async query({ text, values }: Sql): Promise<Answer> {
    return this.ask({ text, values: [...values], name: this.names.of(text) });
  }

  async commit(): Promise<void> {
    await this.ask({ text: 'commit', values: [] });
    this.begun = false;
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

  private async ask(query: { text: string; values: unknown[]; name?: string | undefined }): Promise<Answer> {
    // TypeORM gives a broken connection back by itself, and nobody may use it after that.
    if (this.runner.isReleased) throw new ConnectionLost(null);
    try {
      const { rows, rowCount } = await this.client.query(query);
      return { records: rows, affected: rowCount ?? 0 };
    } catch (error) {
      if (this.runner.isReleased) throw new ConnectionLost(error);
      if (!(error instanceof Error)) throw error;
      if (isStalePlan(error)) {
        this.names.forget();
        throw new StalePlan(error);
      }
      throw new QueryFailedError(query.text, query.values, error);
    }
  }
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
