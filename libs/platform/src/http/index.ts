export { BeatInterceptor, OnTheBeat } from './beat.interceptor';
export { Beats } from './beats';
export { CalendarDay } from './calendar-day';
export { refuse as refuseRequest, requestProblems } from './errors';
export { etagOf, expectedVersionOf } from './etag';
export { IdempotencyInterceptor, WithoutIdempotencyKey } from './idempotency.interceptor';
export { IdempotencyKeys, type KeyClaim, claimOf, idempotencyKeyOf } from './idempotency-keys';
export { onlyPlainJson } from './plain-json';
export { JpText, type JpTextOptions, faultOf } from './jp-text';
export {
  type CursorColumn,
  type CursorKey,
  PAGE_LIMIT_DEFAULT,
  PAGE_LIMIT_MAX,
  type Page,
  decodeCursor,
  encodeCursor,
  pageOf,
} from './paging';
export { pageAddress } from './page-address';
export { type Offer, offerOf } from './offer';
export { PageRequest } from './page-request.dto';
export { type Language, type Problem, problemOf } from './problem';
export { ProblemCatalogue } from './problem-catalogue';
export { JSON_LIMIT_BYTES, ProblemFilter } from './problem.filter';
export { TakingQuery } from './taking.dto';
export { arrivalOf, languageOf, traceIdOf } from './request-context';
export { RefusedAct } from './refused-act.dto';
export { requestValidation } from './validation';
