import type { signIn as source } from '../ja/sign-in';

export const signIn: Readonly<Record<keyof typeof source, string>> = {
  'signIn.title': 'Sign in',
  'signIn.login': 'User ID',
  'signIn.password': 'Password',
  'signIn.do': 'Sign in',
  'signIn.demo': 'Sign in as a demonstration user',
  'signIn.again': 'Please sign in again',
  'signIn.againText': 'You were signed out after a while without activity. What is on the screen stays as it is.',
};
