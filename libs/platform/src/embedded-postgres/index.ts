export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './errors';
export { freePort } from './free-port';
export { locatedHome } from './location';
export { isRunning, startTicksOf } from './process-state';
export {
  startEmbeddedPostgres,
  startEphemeralPostgres,
  stopEmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type RunningPostgres,
} from './supervisor';
