export { type Actor, type ActorPost, ROLES, type Role, hasRole, readerOf } from './actor';
export { type ActorRequest, CurrentActor, PUBLIC, Public } from './http';
export { type Columns, scopeOf } from './to-sql';
