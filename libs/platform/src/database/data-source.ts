import { types } from 'pg';
import { DataSource } from 'typeorm';
import { GatheringSocket } from './gathering-socket';

const DATE_OID = 1082;
const INT8_OID = 20;

// A calendar day must not become an instant in some zone, and counters stay exact numbers up to 2^53.
types.setTypeParser(DATE_OID, (text: string) => text);
types.setTypeParser(INT8_OID, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
});

export interface DatabaseOptions {
  readonly url: string;
  readonly pool: number;
  readonly applicationName: string;
}

/** A not yet connected DataSource. Schema changes come from SQL migrations only; `synchronize` is never on. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    synchronize: false,
    // TypeORM's own logger prints parameter values; ours must never do so.
    logging: false,
    // Also how long a request waits for a free connection: a crowd is served one after the other, not turned away.
    connectTimeoutMS: 15_000,
    installExtensions: false,
    extra: {
      max: options.pool,
      // Statements are written as they are asked, not each after the answer to the last (ADR 0030).
      pipeline: true,
      stream: () => new GatheringSocket(),
      statement_timeout: 30_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
}
