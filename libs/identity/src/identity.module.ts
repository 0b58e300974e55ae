import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { CreateAccount } from './app/create-account';
import { CreateDemoAccounts } from './app/create-demo-accounts';
import { DescribeMe } from './app/describe-me';
import { DescribeSignInPage } from './app/describe-sign-in-page';
import { DisableAccount } from './app/disable-account';
import { NewPasswords } from './app/new-passwords';
import { OpenSessions } from './app/open-sessions';
import { Passwords } from './app/passwords';
import { Sessions } from './app/sessions';
import { SetPassword } from './app/set-password';
import { SignIn } from './app/sign-in';
import { SignInAttempts } from './app/sign-in-attempts';
import { AccountRows } from './data/account-rows';
import { FailureRows } from './data/failure-rows';
import { SessionRows } from './data/session-rows';
import { SessionController } from './http/session.controller';
import { SessionGuard } from './http/session.guard';
import { SignInController } from './http/sign-in.controller';

const doors = [CreateAccount, CreateDemoAccounts, DisableAccount, OpenSessions, SetPassword];
const rows = [AccountRows, FailureRows, SessionRows];

/** Whoever imports it guards every route of the application with a session. */
@Module({
  imports: [LedgerModule, OrganisationModule],
  controllers: [SessionController, SignInController],
  providers: [
    ...doors,
    ...rows,
    DescribeMe,
    DescribeSignInPage,
    NewPasswords,
    Passwords,
    Sessions,
    SignIn,
    SignInAttempts,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: doors,
})
export class IdentityModule {}
