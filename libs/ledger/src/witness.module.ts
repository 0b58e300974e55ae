import { Module } from '@nestjs/common';
import { TellWitnesses } from './app/tell-witnesses';
import { WitnessRows } from './data/witness-rows';
import { LedgerModule } from './ledger.module';

/** The places elsewhere that hold all leaves: told by whoever seals, asked by whoever destroys. */
@Module({ imports: [LedgerModule], providers: [TellWitnesses, WitnessRows], exports: [TellWitnesses] })
export class WitnessModule {}
