export { BootRefused, guardBoot } from './boot-guard';
export { type ErrorDescription, describeError, summaryOf } from './describe-error';
export { JsonLogger } from './json-logger';
export { ObservabilityModule } from './observability.module';
export { type CheckResult, type HealthReport, ProcessHealth } from './process-health';
export { RequestTrace } from './request-trace';
export { TownTrace } from './town-trace';
export { traceRequests } from './trace-requests';
