/** Signing in, also again. */
export const signIn = {
  'signIn.title': 'サインイン',
  'signIn.login': '利用者ID',
  'signIn.password': 'パスワード',
  'signIn.do': 'サインイン',
  'signIn.demo': '体験用の利用者でサインイン',
  'signIn.again': 'もう一度サインインしてください',
  'signIn.againText': 'しばらく操作がなかったため、サインインが切れました。画面の内容はそのまま残っています。',
} as const;
