export { SealLedger, type Sealed } from './app/seal-ledger';
export { Ledger, type LedgerLine } from './app/ledger';
export { type LedgerReport, VerifyLedger } from './app/verify-ledger';
export type { LedgerNote } from './core/chain';
export type { Anomaly } from './core/verify-chain';
export { LedgerDutiesModule } from './ledger-duties.module';
export { LedgerModule } from './ledger.module';
