export {
  type Actor,
  type ActorPost,
  EMERGENCY,
  type EmergencyScope,
  ROLES,
  type Role,
  hasRole,
  inDailyWork,
  readerOf,
} from './actor';
export { type ActorRequest, CurrentActor, PUBLIC, Public } from './http';
export { type Columns, isOneInOrder, isOneOf, scopeOf } from './to-sql';
