import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LedgerModule, ReadLog } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { ChangeAccount } from './app/change-account';
import { ChangeMyPassword } from './app/change-my-password';
import { CreateAccount } from './app/create-account';
import { CreateDemoAccounts } from './app/create-demo-accounts';
import { DescribeMe } from './app/describe-me';
import { DescribeSignInPage } from './app/describe-sign-in-page';
import { DisableAccount } from './app/disable-account';
import { Duties } from './app/duties';
import { LookAfterAccounts } from './app/look-after-accounts';
import { MyAccess } from './app/my-access';
import { MyAuthenticator } from './app/my-authenticator';
import { MyFactors } from './app/my-factors';
import { MyPasskeys } from './app/my-passkeys';
import { NewPasswords } from './app/new-passwords';
import { NewSessions } from './app/new-sessions';
import { PasskeyAnswers } from './app/passkey-answers';
import { PasswordChanges } from './app/password-changes';
import { PasswordProof } from './app/password-proof';
import { Passwords } from './app/passwords';
import { IdentityProvider } from './app/identity-provider';
import { ProveAgain } from './app/prove-again';
import { Sessions } from './app/sessions';
import { RequestRates } from './app/request-rates';
import { SetPassword } from './app/set-password';
import { SignIn } from './app/sign-in';
import { SignInAttempts } from './app/sign-in-attempts';
import { SignInByPasskey } from './app/sign-in-by-passkey';
import { ProviderPeople } from './app/provider-people';
import { SignInByProvider } from './app/sign-in-by-provider';
import { UsableAccounts } from './app/usable-accounts';
import { AskEmergency } from './app/emergencies/ask-emergency';
import { EmergencyTables } from './app/emergencies/emergency-tables';
import { ListEmergencies } from './app/emergencies/list-emergencies';
import { SettleEmergency } from './app/emergencies/settle-emergency';
import { AccountListRows } from './data/account-list-rows';
import { AccountRows } from './data/account-rows';
import { EmergencyRows } from './data/emergency-rows';
import { FailureRows } from './data/failure-rows';
import { AccountsController } from './http/accounts.controller';
import { EmergenciesController } from './http/emergencies.controller';
import { SettingsController } from './http/settings.controller';
import { StaffListsController } from './http/staff-lists.controller';
import { MyAccessController } from './http/my-access.controller';
import { MyFactorsController } from './http/my-factors.controller';
import { PasskeySignInController } from './http/passkeys.controller';
import { ProofController } from './http/proof.controller';
import { ProviderSignInController } from './http/provider.controller';
import { SessionController } from './http/session.controller';
import { SessionGuard } from './http/session.guard';
import { SignInController } from './http/sign-in.controller';
import { EmergencyMattersModule } from './emergency-matters.module';
import { OpenSessionsModule } from './open-sessions.module';
import { StepUps } from './app/step-ups';
import { StepUpModule } from './step-up.module';

const doors = [CreateAccount, CreateDemoAccounts, DisableAccount, SetPassword];
const rows = [AccountListRows, AccountRows, EmergencyRows, FailureRows];
const emergencies = [AskEmergency, EmergencyTables, ListEmergencies, SettleEmergency];
const own = [ChangeMyPassword, MyAccess, MyAuthenticator, MyFactors, MyPasskeys, ProveAgain];
const parts = [
  ChangeAccount,
  Duties,
  IdentityProvider,
  LookAfterAccounts,
  NewPasswords,
  NewSessions,
  PasskeyAnswers,
  PasswordChanges,
  PasswordProof,
  Passwords,
];
const signIns = [
  RequestRates,
  SignIn,
  SignInAttempts,
  SignInByPasskey,
  ProviderPeople,
  SignInByProvider,
  Sessions,
  UsableAccounts,
];

/** Whoever imports it guards every route of the application with a session. */
@Module({
  imports: [EmergencyMattersModule, LedgerModule, OpenSessionsModule, OrganisationModule, StepUpModule],
  controllers: [
    SessionController,
    SignInController,
    PasskeySignInController,
    ProviderSignInController,
    ProofController,
    MyAccessController,
    MyFactorsController,
    AccountsController,
    EmergenciesController,
    SettingsController,
    StaffListsController,
  ],
  providers: [
    ...doors,
    ...rows,
    ...own,
    ...emergencies,
    ...parts,
    ...signIns,
    DescribeMe,
    DescribeSignInPage,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [...doors, OpenSessionsModule],
})
export class IdentityModule {
  constructor(readings: ReadLog, stepUps: StepUps) {
    readings.askFor(stepUps);
  }
}
