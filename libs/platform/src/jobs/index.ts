export type { BullConnection } from './bull/bull-connection';
export { BullJobQueue } from './bull/bull-job-queue';
export { bullConnectionFor } from './bull/open-bull-connection';
export { migrateJobs } from './bull/postgres-bull-connection';
export {
  type Backoff,
  type JobDefinition,
  type JobHandler,
  type JobRun,
  Lane,
  type Recurrence,
  type Schedule,
  defineJob,
} from './job';
export { HOST_DEFAULTS, JobHost, type JobHostOptions } from './job-host';
export { type FailedJob, type JobCounts, type JobOptions, type JobOrder, JobQueue } from './job-queue';
export { JobRegistry } from './job-registry';
export { JobHostModule, JobsModule } from './jobs.module';
