export { ChannelListener, type ChannelListenerOptions } from './channel-listener';
export { type AskDatabase, Clock, PostgresClock } from './clock';
export { createDataSource } from './data-source';
export { DatabaseModule } from './database.module';
export { describeSchema } from './describe-schema';
export { type GuardRefusal, guardOf } from './guard-refusal';
export { type Migration, isCurrent, migrate, readMigrations } from './migrate';
export { Sql, joinSql, sql } from './sql';
export { UnitOfWork } from './unit-of-work';
