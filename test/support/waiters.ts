import type { DataSource } from 'typeorm';
import { eventually } from './eventually';

/** Until one unit of work stands before a lock of another: before that, two units are not at the same time. */
export async function untilSomebodyWaits(dataSource: DataSource): Promise<void> {
  await eventually(
    () =>
      dataSource.query(
        'select pid from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()',
      ),
    (waiting: unknown[]) => waiting.length > 0,
  );
}
