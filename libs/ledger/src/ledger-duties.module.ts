import { Injectable, Module } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { ExportLedger } from './app/export-ledger';
import { SealLedger } from './app/seal-ledger';
import { TellWitnesses } from './app/tell-witnesses';
import { TimestampLedger } from './app/timestamp-ledger';
import { VerifyRows } from './app/verify-rows';
import { VerifySeals } from './app/verify-seals';
import { VerifyTimestamps } from './app/verify-timestamps';
import { ProofRows } from './data/proof-rows';
import { LedgerModule } from './ledger.module';
import { WitnessModule } from './witness.module';

/** At most so long is something written but not sealed (SEAL-1). */
const SEAL_EVERY_MS = 45_000;
const sealLedger = defineJob({ name: 'ledger.seal', payload: z.object({}), attempts: 1 });

@Injectable()
class LedgerDuties {
  constructor(jobs: JobRegistry, settings: Settings, seal: SealLedger, tell: TellWitnesses, stamp: TimestampLedger) {
    jobs.handle(sealLedger, async () => {
      if (settings.values.SEALER !== 'worker') return;
      await seal.run();
      await tell.run();
      await stamp.run();
    });
    jobs.schedule({ name: 'ledger.seal', job: sealLedger, payload: {}, when: { everyMs: SEAL_EVERY_MS } });
  }
}

/** Sealing, and what the worker does for the ledger by itself. */
@Module({
  imports: [LedgerModule, WitnessModule],
  providers: [
    LedgerDuties,
    SealLedger,
    TimestampLedger,
    VerifyRows,
    VerifySeals,
    VerifyTimestamps,
    ExportLedger,
    ProofRows,
  ],
  exports: [WitnessModule, SealLedger, TimestampLedger, VerifyRows, VerifySeals, VerifyTimestamps, ExportLedger],
})
export class LedgerDutiesModule {}
