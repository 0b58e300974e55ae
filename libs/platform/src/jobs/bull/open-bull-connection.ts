import type { SettingValues } from '../../config';
import type { BullConnection } from './bull-connection';
import { PostgresBullConnection } from './postgres-bull-connection';
import { RedisBullConnection } from './redis-bull-connection';

/** PostgreSQL unless a Redis is named in the settings. Nothing is connected before it is needed. */
export function bullConnectionFor(values: Pick<SettingValues, 'DATABASE_URL' | 'REDIS_URL'>): BullConnection {
  if (!values.REDIS_URL) return new PostgresBullConnection(values.DATABASE_URL);
  // Several municipalities may share one Redis; their jobs must never meet.
  const database = new URL(values.DATABASE_URL).pathname.slice(1);
  return new RedisBullConnection(values.REDIS_URL, `fubako-${database}`);
}
