export { SettableClock, type TestDatabase, requiredService, testDatabase } from './test-database';
