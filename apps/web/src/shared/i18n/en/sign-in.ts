import type { signIn as source } from '../ja/sign-in';

export const signIn: Readonly<Record<keyof typeof source, string>> = {
  'signIn.title': 'Sign in',
  'signIn.login': 'User ID',
  'signIn.password': 'Password',
  'signIn.do': 'Sign in',
  'signIn.demo': 'Sign in as a demonstration user',
  'signIn.code': 'Code',
  'signIn.codeHelp':
    'Type the six digits that your authenticator app shows, or a recovery code if you do not have it at hand.',
  'signIn.otherPerson': 'Back to the user ID',
  'signIn.passkey': 'Sign in with a passkey',
  'signIn.provider': 'Sign in with your organisation',
  'signIn.providerElse': 'Or sign in with login and password.',
  'signIn.providerUnavailable': 'The identity provider cannot be reached. Try again later, or sign in below.',
  'signIn.providerUnknownPerson':
    'No open account belongs to the person that the identity provider named. Tell the administrator of accounts.',
  'signIn.providerWithoutFactor': 'A second factor is needed. Sign in below with a code, or use your passkey.',
  'signIn.providerRefused': 'The identity provider did not prove who you are. Start again.',
  'signIn.again': 'Please sign in again',
  'signIn.againText': 'You were signed out after a while without activity. What is on the screen stays as it is.',
};
