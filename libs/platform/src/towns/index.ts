export { createTownDatabase, dropTownDatabase } from './town-database';
export { OpenTowns, type TownDoor } from './open-towns';
export { stopOnSignal } from './stop-on-signal';
