import type { ProblemTable } from '@fubako/kernel';

export interface SendingErrors {
  'scans.unknown-sending': Record<string, never>;
  'scans.too-many-sendings': { most: number };
  'scans.too-many-at-once': { most: number };
  'scans.piece-out-of-turn': Record<string, never>;
  'scans.piece-changed': Record<string, never>;
  'scans.sending-incomplete': Record<string, never>;
  'scans.sending-changed': Record<string, never>;
  'scans.sending-ended': Record<string, never>;
  'scans.never-scanned': Record<string, never>;
}

/** What is said of files on their way in pieces. */
export const sendingProblems: ProblemTable<SendingErrors> = {
  'scans.unknown-sending': {
    status: 404,
    ja: () => ({
      title: '送信の続きがありません',
      detail: '途中までの送信は一日で消えます。ファイルをもう一度選んで、最初から送ってください。',
    }),
    en: () => ({
      title: 'Nothing to go on with',
      detail: 'What was sent in part goes after a day. Choose the file again and send it from the beginning.',
    }),
  },
  'scans.too-many-sendings': {
    status: 409,
    ja: ({ most }) => ({
      title: '途中までの送信が多すぎます',
      detail: `途中までの送信は${most}件までです。続きを送るか、要らないものを取り消してから、もう一度送ってください。`,
    }),
    en: ({ most }) => ({
      title: 'Too many half-sent files',
      detail: `You may have ${most} files sent in part. Finish them or cancel those you no longer need, then send this one.`,
    }),
  },
  'scans.too-many-at-once': {
    status: 429,
    ja: ({ most }) => ({
      title: '一度に送れる数を超えています',
      detail: `同時に送れるのは${most}件までです。送信中のものが終わってから、もう一度送ってください。`,
    }),
    en: ({ most }) => ({
      title: 'Too many at once',
      detail: `You can send ${most} files at the same time. Wait until one of them is done, then send this one again.`,
    }),
  },
  'scans.piece-out-of-turn': {
    status: 409,
    ja: () => ({
      title: '送信の順番が合いません',
      detail: '同じファイルを別の画面からも送っている可能性があります。「続きから送る」を押してください。',
    }),
    en: () => ({
      title: 'This piece is not next',
      detail: 'The same file may be on its way from another window. Press "Go on" to send what is missing.',
    }),
  },
  'scans.piece-changed': {
    status: 422,
    ja: () => ({
      title: '送信の途中で内容が変わりました',
      detail: '届いた内容が、送ったものと一致しませんでした。「続きから送る」を押して、その部分を送り直してください。',
    }),
    en: () => ({
      title: 'Changed on its way',
      detail: 'What arrived differs from what was sent. Press "Go on" to send that part again.',
    }),
  },
  'scans.sending-incomplete': {
    status: 409,
    ja: () => ({
      title: 'まだ全部届いていません',
      detail: '残りを送ってからでないと受け付けられません。「続きから送る」を押してください。',
    }),
    en: () => ({ title: 'Not all of it is here', detail: 'Press "Go on" to send what is missing.' }),
  },
  'scans.sending-changed': {
    status: 422,
    ja: () => ({
      title: 'ファイルの内容が途中で変わりました',
      detail:
        '送っている間にファイルが書き換えられたようです。何も保管していません。保存し終えてから、最初から送ってください。',
    }),
    en: () => ({
      title: 'The file changed meanwhile',
      detail: 'It seems to have been written to while it was sent. Nothing was kept. Save it, and send it anew.',
    }),
  },
  'scans.never-scanned': {
    status: 503,
    ja: () => ({
      title: 'ウイルス検査が終わりませんでした',
      detail:
        '一日待ってもウイルス検査が応答しなかったため、受け付けていません。何も保管していません。システム管理者に検査が動いているか確かめ、もう一度送ってください。',
    }),
    en: () => ({
      title: 'Never scanned',
      detail:
        'The virus scanner did not answer for a day, so nothing was kept. Ask the system administrator whether it runs, and send the file again.',
    }),
  },
  'scans.sending-ended': {
    status: 409,
    ja: () => ({
      title: 'この送信は終わっています',
      detail: '別の画面で送り終えたものです。画面を開き直して、添付の一覧を確かめてください。',
    }),
    en: () => ({
      title: 'Already sent',
      detail: 'It was finished from another window. Reload the page and look at the attachments.',
    }),
  },
};
