export {
  type TownDatabase,
  createTownDatabase,
  dropTownDatabase,
  keepRoles,
  keepTownLogins,
  townLogins,
} from './town-database';
export { OpenTowns, type TownDoor } from './open-towns';
export { stopOnSignal } from './stop-on-signal';
