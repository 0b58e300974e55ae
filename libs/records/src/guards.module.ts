import { Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { ActiveHolds } from './app/active-holds';
import { HoldGuard } from './app/hold-guard';
import { RecordLocks } from './app/record-locks';
import { HoldRows } from './data/hold-rows';
import { RecordLockRows } from './data/record-lock-rows';

/** What stands before everything that could destroy, move or shorten: holds, under the lock that they take. */
@Module({
  imports: [LedgerModule],
  providers: [ActiveHolds, HoldGuard, HoldRows, RecordLockRows, RecordLocks],
  exports: [ActiveHolds, HoldGuard, HoldRows, RecordLockRows, RecordLocks],
})
export class GuardsModule {}
