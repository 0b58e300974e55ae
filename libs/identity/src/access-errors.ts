import { type ProblemTable, refusals } from '@fubako/kernel';

export interface AccessErrors {
  'identity.second-factor-needed': { factors: readonly string[] };
  'identity.wrong-code': Record<string, never>;
  'identity.wrong-passkey': Record<string, never>;
  'identity.secrets-locked': Record<string, never>;
  'identity.no-provider': Record<string, never>;
  'identity.provider-unavailable': Record<string, never>;
  'identity.provider-refused': Record<string, never>;
  'identity.provider-unknown-person': Record<string, never>;
  'identity.provider-without-factor': Record<string, never>;
  'identity.wrong-password': Record<string, never>;
  'identity.same-password': Record<string, never>;
  'identity.proof-needed': { act: string; by: readonly string[]; withinMinutes: number };
  'identity.new-password-demanded': Record<string, never>;
  'identity.second-factor-demanded': Record<string, never>;
  'identity.second-factor-kept': Record<string, never>;
  'identity.factor-exists': Record<string, never>;
  'identity.no-such-factor': Record<string, never>;
  'identity.no-such-session': Record<string, never>;
  'identity.not-administrator': Record<string, never>;
  'identity.too-many-requests': { retryAfterSeconds: number; kind: string };
}

export const refuseAccess = refusals<AccessErrors>();

/** Refusals about passwords, second factors, proofs and sessions of one's own. */
export const accessProblems: ProblemTable<AccessErrors> = {
  'identity.second-factor-needed': {
    status: 401,
    ja: () => ({
      title: '確認コードを入力してください',
      detail: '認証アプリの6桁の数字か、予備コードを入力してください。',
    }),
    en: () => ({
      title: 'Enter a code',
      detail: 'Enter the six digits of your authenticator app, or a recovery code.',
    }),
  },
  'identity.wrong-code': {
    status: 401,
    ja: () => ({
      title: '確認コードが違います',
      detail:
        'コードが違うか、使用済みです。認証アプリの次の数字を待って入力してください。端末の時刻がずれていないかも確かめてください。',
    }),
    en: () => ({
      title: 'Wrong code',
      detail: 'The code is wrong or was used already. Wait for the next one, and check the clock of your device.',
    }),
  },
  'identity.wrong-passkey': {
    status: 401,
    ja: () => ({
      title: 'パスキーで確認できません',
      detail: 'このパスキーは登録されていないか、時間が過ぎました。もう一度試すか、パスワードを使ってください。',
    }),
    en: () => ({
      title: 'The passkey was not accepted',
      detail: 'It is not enrolled, or too much time has passed. Try again, or use your password.',
    }),
  },
  'identity.secrets-locked': {
    status: 503,
    ja: () => ({
      title: '認証アプリを使えません',
      detail: '確認に必要な鍵がサーバーにありません。予備コードかパスキーを使い、管理者へ連絡してください。',
    }),
    en: () => ({
      title: 'Authenticator apps cannot be used now',
      detail: 'The server lacks the key that is needed. Use a recovery code or a passkey, and tell the administrator.',
    }),
  },
  'identity.no-provider': {
    status: 404,
    ja: () => ({
      title: '組織の認証は使われていません',
      detail: '利用者IDとパスワード、またはパスキーでサインインしてください。',
    }),
    en: () => ({
      title: 'No identity provider is used here',
      detail: 'Sign in with login and password, or a passkey.',
    }),
  },
  'identity.provider-unavailable': {
    status: 503,
    ja: () => ({
      title: '組織の認証につながりません',
      detail:
        '時間をおいてやり直すか、利用者IDとパスワードでサインインしてください。続くときは管理者へ連絡してください。',
    }),
    en: () => ({
      title: 'The identity provider cannot be reached',
      detail: 'Try again later, or sign in with login and password. If it persists tell the administrator.',
    }),
  },
  'identity.provider-refused': {
    status: 401,
    ja: () => ({
      title: '組織の認証で確認できませんでした',
      detail: '時間が過ぎたか、途中でやり直されました。サインインの画面からもう一度始めてください。',
    }),
    en: () => ({
      title: 'The identity provider did not prove who you are',
      detail: 'Too much time has passed, or it was begun anew. Start again from the sign-in page.',
    }),
  },
  'identity.provider-unknown-person': {
    status: 403,
    ja: () => ({
      title: 'この利用者では入れません',
      detail: '組織の認証の利用者に、有効なアカウントが結び付いていません。アカウントの管理者へ連絡してください。',
    }),
    en: () => ({
      title: 'You cannot enter as this person',
      detail:
        'No open account belongs to the person that the identity provider named. Tell the administrator of accounts.',
    }),
  },
  'identity.provider-without-factor': {
    status: 403,
    ja: () => ({
      title: '二つ目の確認が必要です',
      detail: 'この画面で利用者IDとパスワードを入力し、確認コードでサインインするか、パスキーを使ってください。',
    }),
    en: () => ({
      title: 'A second factor is needed',
      detail: 'Sign in here with login, password and code, or use your passkey.',
    }),
  },
  'identity.wrong-password': {
    status: 422,
    ja: () => ({
      title: '今のパスワードが違います',
      detail: '今のパスワードを確かめて、もう一度入力してください。',
    }),
    en: () => ({ title: 'Wrong password', detail: 'Check your present password and type it again.' }),
  },
  'identity.same-password': {
    status: 422,
    ja: () => ({ title: '同じパスワードです', detail: '今と違うパスワードにしてください。' }),
    en: () => ({ title: 'The same password', detail: 'Choose another one than the present password.' }),
  },
  'identity.proof-needed': {
    status: 403,
    ja: ({ act }) => ({
      title: '本人確認をしてください',
      detail: `${act === 'secret_reading' ? '極秘の文書を開く前に' : 'この操作の前に'}、もう一度本人であることを確かめます。確認すると、そのまま続きます。`,
    }),
    en: ({ act }) => ({
      title: 'Please confirm that it is you',
      detail: `Before ${act === 'secret_reading' ? 'a top secret matter opens' : 'this act'} you are asked once more who you are. Afterwards it goes on by itself.`,
    }),
  },
  'identity.new-password-demanded': {
    status: 403,
    ja: () => ({
      title: 'パスワードを変えてください',
      detail: '管理者が設定したパスワードです。「自分の設定」で自分のパスワードに変えると、ほかの画面を使えます。',
    }),
    en: () => ({
      title: 'Please choose a password',
      detail: 'Yours was set by an administrator. Choose your own in “My settings”; then all screens open.',
    }),
  },
  'identity.second-factor-demanded': {
    status: 403,
    ja: () => ({
      title: '二つ目の確認を登録してください',
      detail:
        'あなたの役割では、パスワードのほかに認証アプリかパスキーが必要です。「自分の設定」で登録すると、ほかの画面を使えます。',
    }),
    en: () => ({
      title: 'Please enrol a second factor',
      detail: 'Your role needs an authenticator app or a passkey. Enrol one in “My settings”; then all screens open.',
    }),
  },
  'identity.second-factor-kept': {
    status: 409,
    ja: () => ({
      title: '最後の一つは外せません',
      detail: 'あなたの役割では二つ目の確認が必要です。先に別のものを登録してください。',
    }),
    en: () => ({
      title: 'The last one stays',
      detail: 'Your role needs a second factor. Enrol another one first.',
    }),
  },
  'identity.factor-exists': {
    status: 409,
    ja: () => ({
      title: '認証アプリは登録済みです',
      detail: '別の端末に変えるときは、今の登録を外してから登録し直してください。',
    }),
    en: () => ({
      title: 'An authenticator app is enrolled',
      detail: 'To use another device, remove the present one first.',
    }),
  },
  'identity.no-such-factor': {
    status: 404,
    ja: () => ({ title: '登録がありません', detail: 'もう外されています。画面を読み直してください。' }),
    en: () => ({ title: 'Not enrolled', detail: 'It was removed already. Load the page again.' }),
  },
  'identity.no-such-session': {
    status: 404,
    ja: () => ({ title: 'サインインは終わっています', detail: 'もう終わっています。画面を読み直してください。' }),
    en: () => ({ title: 'No such session', detail: 'It has ended already. Load the page again.' }),
  },
  'identity.not-administrator': {
    status: 403,
    ja: () => ({
      title: 'アカウントの管理はできません',
      detail: 'アカウントの管理は、システム管理者か組織管理者が行います。必要なときは管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Accounts are not yours to manage',
      detail: 'Accounts are managed by system and organisation administrators. Ask one of them.',
    }),
  },
  'identity.too-many-requests': {
    status: 429,
    ja: ({ retryAfterSeconds }) => ({
      title: '少し待ってください',
      detail: `短い時間に操作が集中しています。${retryAfterSeconds}秒後にもう一度試してください。入力した内容は残っています。`,
    }),
    en: ({ retryAfterSeconds }) => ({
      title: 'Please wait a moment',
      detail: `Too much was asked in a short time. Try again in ${retryAfterSeconds} second(s); what you typed stays.`,
    }),
  },
};
