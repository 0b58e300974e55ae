export { type Actor, type ActorPost, ROLES, type Role, hasRole } from './actor';
export { type Columns, scopeOf } from './to-sql';
