import { Module } from '@nestjs/common';
import { GatherReadings } from './app/gather-readings';
import { Ledger } from './app/ledger';
import { ReadLog } from './app/read-log';
import { VerifyLedger } from './app/verify-ledger';
import { LedgerRows } from './data/ledger-rows';
import { ReadingRows } from './data/reading-rows';

@Module({
  providers: [GatherReadings, Ledger, LedgerRows, ReadLog, ReadingRows, VerifyLedger],
  exports: [GatherReadings, Ledger, ReadLog, VerifyLedger],
})
export class LedgerModule {}
