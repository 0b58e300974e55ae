export { type AccountRequest, CreateAccount } from './app/create-account';
export { CreateDemoAccounts } from './app/create-demo-accounts';
export { DisableAccount } from './app/disable-account';
export { OpenSessions } from './app/open-sessions';
export { SetPassword } from './app/set-password';
export { identityProblems } from './errors';
export { IdentityModule } from './identity.module';
