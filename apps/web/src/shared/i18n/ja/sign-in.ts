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
  'signIn.provider': '組織の認証でサインイン',
  'signIn.providerElse': 'または、利用者IDとパスワードでサインインします。',
  'signIn.providerUnavailable':
    '組織の認証につながりません。時間をおいてやり直すか、下の欄からサインインしてください。',
  'signIn.providerUnknownPerson':
    '組織の認証の利用者に、有効なアカウントが結び付いていません。アカウントの管理者へ連絡してください。',
  'signIn.providerWithoutFactor':
    '二つ目の確認が必要です。下の欄から確認コードでサインインするか、パスキーを使ってください。',
  'signIn.providerRefused': '組織の認証で確認できませんでした。もう一度始めてください。',
  'signIn.again': 'もう一度サインインしてください',
  'signIn.againText': 'しばらく操作がなかったため、サインインが切れました。画面の内容はそのまま残っています。',
} as const;
