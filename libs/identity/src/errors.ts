import { type ProblemTable, refusals } from '@fubako/kernel';
import type { PasswordWeakness } from './core/password-rules';

export interface IdentityErrors {
  'identity.wrong-credentials': Record<string, never>;
  'identity.locked': { retryAfterSeconds: number };
  'identity.signed-out': Record<string, never>;
  'identity.foreign-origin': Record<string, never>;
  'identity.weak-password': { weakness: PasswordWeakness };
  'identity.unknown-person': { staffNo: string };
  'identity.account-exists': { staffNo: string };
  'identity.no-account': { staffNo: string };
  'identity.demo-refused': Record<string, never>;
}

export const refuse = refusals<IdentityErrors>();

const WEAKNESSES: Readonly<Record<PasswordWeakness, { readonly ja: string; readonly en: string }>> = {
  'too-short': {
    ja: '15文字以上にしてください。覚えやすい言葉をいくつか並べると作りやすくなります。',
    en: 'Use at least 15 characters; a few words in a row are easy to remember.',
  },
  'too-long': { ja: '128文字以内にしてください。', en: 'Use at most 128 characters.' },
  'unfit-characters': {
    ja: '制御文字や見えない記号は使えません。打ち直してください。',
    en: 'Control and invisible characters cannot be used. Type it again.',
  },
  'too-uniform': {
    ja: '同じ文字の繰り返しです。6種類以上の文字を使ってください。',
    en: 'It repeats the same characters. Use at least six different ones.',
  },
  'contains-login': { ja: 'ログイン名を含めないでください。', en: 'It must not contain the login name.' },
};

export const identityProblems: ProblemTable<IdentityErrors> = {
  'identity.wrong-credentials': {
    status: 401,
    ja: () => ({
      title: 'サインインできません',
      detail:
        'ログイン名かパスワードが違います。確かめてもう一度入力してください。分からないときは管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Cannot sign in',
      detail: 'The login name or the password is wrong. Check them and try again, or ask the administrator.',
    }),
  },
  'identity.locked': {
    status: 429,
    ja: ({ retryAfterSeconds }) => ({
      title: 'しばらく待ってください',
      detail: `間違いが続いたため、${waitJa(retryAfterSeconds)}後にもう一度サインインできます。`,
    }),
    en: ({ retryAfterSeconds }) => ({
      title: 'Please wait',
      detail: `After repeated mistakes you can sign in again in ${waitEn(retryAfterSeconds)}.`,
    }),
  },
  'identity.signed-out': {
    status: 401,
    ja: () => ({
      title: 'サインインしてください',
      detail: 'サインインしていないか、時間が過ぎて終わりました。サインインし直すと続けられます。',
    }),
    en: () => ({
      title: 'Please sign in',
      detail: 'You are not signed in, or the session has ended. Sign in again to go on.',
    }),
  },
  'identity.foreign-origin': {
    status: 403,
    ja: () => ({
      title: '別のサイトからの操作です',
      detail: '別の画面から送られた操作は受け付けません。文箱の画面を開き直してやり直してください。',
    }),
    en: () => ({
      title: 'Request from another site',
      detail: 'Requests made by other pages are refused. Reload Fubako and try again.',
    }),
  },
  'identity.weak-password': {
    status: 422,
    ja: ({ weakness }) => ({ title: 'そのパスワードは使えません', detail: WEAKNESSES[weakness].ja }),
    en: ({ weakness }) => ({ title: 'That password cannot be used', detail: WEAKNESSES[weakness].en }),
  },
  'identity.unknown-person': {
    status: 404,
    ja: ({ staffNo }) => ({
      title: '職員が見つかりません',
      detail: `職員番号 ${staffNo} は職員名簿(people.csv)にありません。先に取り込んでください。`,
    }),
    en: ({ staffNo }) => ({
      title: 'No such member of staff',
      detail: `Staff number ${staffNo} is not in the staff list (people.csv). Import it first.`,
    }),
  },
  'identity.account-exists': {
    status: 409,
    ja: ({ staffNo }) => ({
      title: 'アカウントはもうあります',
      detail: `職員番号 ${staffNo} のアカウントは作成済みです。パスワードを変えるときはパスワードの設定を使ってください。`,
    }),
    en: ({ staffNo }) => ({
      title: 'The account exists',
      detail: `Staff number ${staffNo} already has an account. To change its password, set the password.`,
    }),
  },
  'identity.no-account': {
    status: 404,
    ja: ({ staffNo }) => ({
      title: 'アカウントがありません',
      detail: `職員番号 ${staffNo} のアカウントがありません。先に作成してください。`,
    }),
    en: ({ staffNo }) => ({ title: 'No account', detail: `Staff number ${staffNo} has no account. Create it first.` }),
  },
  'identity.demo-refused': {
    status: 403,
    ja: () => ({
      title: '見本アカウントは作れません',
      detail: '見本アカウントは、本番でない環境で DEMO=true のときだけ作れます。',
    }),
    en: () => ({
      title: 'Demo accounts are refused',
      detail: 'Demo accounts can be made only outside production and with DEMO=true.',
    }),
  },
};

function waitJa(seconds: number): string {
  return seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`;
}

function waitEn(seconds: number): string {
  return seconds < 60 ? `${seconds} second(s)` : `${Math.ceil(seconds / 60)} minute(s)`;
}
