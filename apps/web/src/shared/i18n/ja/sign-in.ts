/** Signing in, also again. */
export const signIn = {
  'signIn.title': 'サインイン',
  'signIn.login': '利用者ID',
  'signIn.password': 'パスワード',
  'signIn.do': 'サインイン',
  'signIn.demo': '体験用の利用者でサインイン',
  'signIn.code': '確認コード',
  'signIn.codeHelp': '認証アプリに出ている6桁の数字を入力してください。端末が手元にないときは予備コードを入力します。',
  'signIn.otherPerson': '利用者IDの入力に戻る',
  'signIn.passkey': 'パスキーでサインイン',
  'signIn.again': 'もう一度サインインしてください',
  'signIn.againText': 'しばらく操作がなかったため、サインインが切れました。画面の内容はそのまま残っています。',
} as const;
