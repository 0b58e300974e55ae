import { Module } from '@nestjs/common';
import { EvidenceOf } from './app/evidence-of';
import { GatherReadings } from './app/gather-readings';
import { Ledger } from './app/ledger';
import { ReadLog } from './app/read-log';
import { VerifyLedger } from './app/verify-ledger';
import { EvidenceRows } from './data/evidence-rows';
import { LeafRows } from './data/leaf-rows';
import { LedgerRows } from './data/ledger-rows';
import { SealerKey } from './data/sealer-key';
import { TimestampRows } from './data/timestamp-rows';
import { ReadingRows } from './data/reading-rows';

@Module({
  providers: [
    EvidenceOf,
    EvidenceRows,
    GatherReadings,
    LeafRows,
    Ledger,
    LedgerRows,
    SealerKey,
    ReadLog,
    ReadingRows,
    TimestampRows,
    VerifyLedger,
  ],
  exports: [EvidenceOf, GatherReadings, LeafRows, SealerKey, Ledger, ReadLog, TimestampRows, VerifyLedger],
})
export class LedgerModule {}
