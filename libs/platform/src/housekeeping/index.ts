export { HousekeepingModule } from './housekeeping.module';
export { PruneTraces } from './prune-traces';
