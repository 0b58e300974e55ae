import { Module } from '@nestjs/common';
import { OrganisationModule } from '@fubako/organisation';
import { SecondFactors } from './app/second-factors';
import { StepUps } from './app/step-ups';
import { FactorRows } from './data/factor-rows';
import { FactorSecrets } from './data/factor-secrets';
import { PasskeyRows } from './data/passkey-rows';
import { ProviderRows } from './data/provider-rows';

/** 本人確認 for libs that ask for it; brings no guard with it. */
@Module({
  imports: [OrganisationModule],
  providers: [StepUps, SecondFactors, FactorRows, FactorSecrets, PasskeyRows, ProviderRows],
  exports: [StepUps, SecondFactors, FactorRows, PasskeyRows, ProviderRows],
})
export class StepUpModule {}
