export { goOnAs } from './as-reader';
export { SettableClock, type TestDatabase, requiredService, testDatabase } from './test-database';
export { FaultProxy, type FaultRule, STORE_FAULTS, type StoreFault } from './fault-proxy';
