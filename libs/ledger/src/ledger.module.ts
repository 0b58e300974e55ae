import { Module } from '@nestjs/common';
import { Ledger } from './app/ledger';
import { VerifyLedger } from './app/verify-ledger';
import { LedgerRows } from './data/ledger-rows';

@Module({ providers: [Ledger, VerifyLedger, LedgerRows], exports: [Ledger, VerifyLedger] })
export class LedgerModule {}
