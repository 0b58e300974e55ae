export { Ledger, type LedgerLine } from './app/ledger';
export { type LedgerReport, VerifyLedger } from './app/verify-ledger';
export type { LedgerNote } from './core/chain';
export type { Anomaly } from './core/verify-chain';
export { LedgerModule } from './ledger.module';
