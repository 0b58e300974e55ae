import { type LocalDate, type ProblemTable, formatEnglishDay, formatWareki, refusals } from '@fubako/kernel';

type Nothing = Readonly<Record<string, never>>;

/** Refusals about paper, its stacks, loans, scans and registers. */
export interface PaperErrors {
  'records.no-such-file': Nothing;
  'records.not-your-file': Nothing;
  'records.not-the-office': Nothing;
  'records.file-has-left': Nothing;
  'records.no-such-class': Nothing;
  'records.year-to-come': Nothing;
  'records.issue-day-missing': Nothing;
  'records.nothing-to-lend': Nothing;
  'records.no-such-loan': Nothing;
  'records.loan-not-waiting': Nothing;
  'records.already-lent': Nothing;
  'records.not-lent': Nothing;
  'records.no-such-paper': Nothing;
  'records.no-pages': Nothing;
  'records.substituted-already': Nothing;
  'records.no-such-substitute': Nothing;
  'records.substitute-not-yours': Nothing;
  'records.not-legible': Nothing;
  'records.place-exists': { code: string };
  'records.not-for-the-stacks': Nothing;
  'records.no-such-handover': Nothing;
  'records.handover-over': Nothing;
  'records.not-on-the-list': Nothing;
  'records.place-missing': Nothing;
  'records.not-in-the-stacks': Nothing;
  'records.no-such-issue': Nothing;
  'records.step-incomplete': Nothing;
  'records.day-to-come': Nothing;
  'records.due-day': { most: number };
  'records.paper-kept-until': { from: LocalDate };
  'records.pages-differ': { paper: number; scan: number; counted: number };
  'records.no-such-place': { code: string };
  'records.paper-is-lent': Nothing;
  'records.destruction-day': { from: LocalDate; today: LocalDate };
}

export const refusePaper = refusals<PaperErrors>();

interface Texts {
  readonly status: number;
  readonly rule?: string;
  readonly ja: readonly [title: string, detail: string];
  readonly en: readonly [title: string, detail: string];
}

function plain({ ja, en, ...head }: Texts) {
  return { ...head, ja: () => ({ title: ja[0], detail: ja[1] }), en: () => ({ title: en[0], detail: en[1] }) };
}

export const paperProblems: ProblemTable<PaperErrors> = {
  'records.no-such-file': plain({
    status: 404,
    ja: ['簿冊が見つかりません', '番号を確かめてください。閲覧できない簿冊かもしれません。'],
    en: ['No such file', 'Check the address. It may be a file that you cannot see.'],
  }),
  'records.not-your-file': plain({
    status: 403,
    ja: [
      'この簿冊を管理する人ではありません',
      '簿冊の管理は、課の文書主任と課長、文書主管課が行います。その人に依頼してください。',
    ],
    en: [
      'Not yours to keep',
      'The records clerk and the head of the section, and the records office keep its files. Ask one of them.',
    ],
  }),
  'records.not-the-office': plain({
    status: 403,
    ja: ['文書主管課の仕事です', '書庫の管理は文書主管課が行います。文書主管課に依頼してください。'],
    en: ['For the records office', 'The stacks are kept by the records office. Ask them.'],
  }),
  'records.file-has-left': plain({
    status: 409,
    ja: ['この簿冊はもうありません', '移管または廃棄されています。登録簿で経過を確かめてください。'],
    en: ['The file is no longer here', 'It was transferred or disposed of. Look into the register.'],
  }),
  'records.no-such-class': plain({
    status: 422,
    ja: ['その簿冊は登録できません', '小分類と、いまある課を選んでください。'],
    en: ['Cannot be registered', 'Choose a class of the third level and a section that exists.'],
  }),
  'records.year-to-come': plain({
    status: 422,
    rule: 'RULE-91',
    ja: ['翌年度の簿冊です', '翌年度の簿冊は年度切替の計画に加えてください。'],
    en: ['A year to come', 'Add files of next year to the plan of the roll-over.'],
  }),
  'records.issue-day-missing': plain({
    status: 422,
    rule: 'RULE-92',
    ja: ['処分の通知の日がありません', '行政処分の文書は、通知した日から90日を数えます。通知の日を入れてください。'],
    en: ['The day of issue is missing', 'The paper of a disposition is kept 90 days from its issue. Enter the day.'],
  }),
  'records.nothing-to-lend': plain({
    status: 409,
    ja: ['貸し出す紙がありません', '電子の簿冊です。画面で閲覧してください。'],
    en: ['No paper to lend', 'The file is electronic. Read it on screen.'],
  }),
  'records.no-such-loan': plain({
    status: 404,
    ja: ['貸出が見つかりません', '一覧を開き直してください。'],
    en: ['No such loan', 'Reload the list.'],
  }),
  'records.loan-not-waiting': plain({
    status: 409,
    ja: ['貸出を待つ申込みではありません', 'すでに貸し出したか、断られています。一覧を開き直してください。'],
    en: ['Not waiting any more', 'It was lent or refused already. Reload the list.'],
  }),
  'records.already-lent': plain({
    status: 409,
    ja: ['貸出中です', '返却されてから貸し出してください。'],
    en: ['Lent already', 'Wait until it is back.'],
  }),
  'records.not-lent': plain({
    status: 409,
    ja: ['貸出中ではありません', '一覧を開き直してください。'],
    en: ['Not lent', 'Reload the list.'],
  }),
  'records.no-such-paper': plain({
    status: 404,
    ja: ['紙の記録が見つかりません', '一覧を開き直してください。'],
    en: ['No such record of paper', 'Reload the list.'],
  }),
  'records.no-pages': plain({
    status: 422,
    rule: 'RULE-92',
    ja: ['ページ数が分からないファイルです', 'PDF か画像で取り込んでください。'],
    en: ['A file without pages', 'Scan to PDF or an image.'],
  }),
  'records.substituted-already': plain({
    status: 409,
    rule: 'RULE-92',
    ja: ['すでに代替の手続き中です', 'その紙には読み取った画像が登録されています。'],
    en: ['A substitute exists', 'The paper has a scan already.'],
  }),
  'records.no-such-substitute': plain({
    status: 404,
    ja: ['代替の記録が見つかりません', '一覧を開き直してください。'],
    en: ['No such substitute', 'Reload the list.'],
  }),
  'records.substitute-not-yours': plain({
    status: 409,
    rule: 'RULE-92',
    ja: [
      'この手順はとれません',
      '読み取った人と確認する人、廃棄を決めた人と廃棄した人は別でなければならず、承認は文書主管課が行います。',
    ],
    en: [
      'This step is not yours to take',
      'Who scans does not check, who decides on destruction does not destroy, and the records office approves.',
    ],
  }),
  'records.not-legible': plain({
    status: 422,
    rule: 'RULE-92',
    ja: ['読めない画像では代替できません', '読み取り直すか、この代替を不可としてください。'],
    en: ['Not legible', 'Scan it again, or refuse the substitute.'],
  }),
  'records.place-exists': plain({
    status: 409,
    ja: ['その場所は登録されています', '別の番号か、別の棚・箱にしてください。'],
    en: ['The place exists', 'Choose another code, shelf or box.'],
  }),
  'records.not-for-the-stacks': plain({
    status: 409,
    rule: 'RULE-91',
    ja: ['引き継げない簿冊があります', '引き継ぐのは、閉じた紙の簿冊のうち前々年度までのものです。'],
    en: ['Not for the stacks', 'Closed files of paper are handed over, of the last year but one and before.'],
  }),
  'records.no-such-handover': plain({
    status: 404,
    ja: ['引継ぎが見つかりません', '一覧を開き直してください。'],
    en: ['No such hand-over', 'Reload the list.'],
  }),
  'records.handover-over': plain({
    status: 409,
    ja: ['この引継ぎは済んでいます', '一覧を開き直してください。'],
    en: ['This hand-over is over', 'Reload the list.'],
  }),
  'records.not-on-the-list': plain({
    status: 404,
    ja: ['この簿冊は引継ぎの一覧にありません', '一覧を開き直してください。'],
    en: ['The file is not on the list', 'Reload the list.'],
  }),
  'records.place-missing': plain({
    status: 422,
    ja: ['場所の決まらない簿冊があります', 'すべての簿冊に書庫の場所を入れてください。'],
    en: ['A place is missing', 'Say for every file where it lies.'],
  }),
  'records.not-in-the-stacks': plain({
    status: 409,
    ja: ['書庫の簿冊ではありません', '課にある簿冊です。'],
    en: ['Not in the stacks', 'The file is in its office.'],
  }),
  'records.step-incomplete': plain({
    status: 422,
    ja: ['入力が足りません', '確認にはページ数と読めるかどうか、不可には理由、廃棄には日と方法が要ります。'],
    en: [
      'Something is missing',
      'A check needs pages and legibility, a refusal its reason, a destruction day and method.',
    ],
  }),
  'records.no-such-issue': plain({
    status: 404,
    ja: ['公表した管理簿が見つかりません', '一覧を開き直してください。'],
    en: ['No such issue', 'Reload the list.'],
  }),
  'records.day-to-come': plain({
    status: 422,
    ja: ['先の日の登録簿はありません', '今日までの日を選んでください。'],
    en: ['A day to come', 'Choose a day up to today.'],
  }),
  'records.due-day': {
    status: 422,
    ja: ({ most }) => ({ title: '返却の日を直してください', detail: `明日から${most}日以内の日にしてください。` }),
    en: ({ most }) => ({ title: 'Choose another day', detail: `Files are lent until a day within ${most} days.` }),
  },
  'records.paper-kept-until': {
    status: 409,
    rule: 'RULE-92',
    ja: ({ from }) => ({
      title: 'まだ紙を廃棄できません',
      detail: `行政処分の紙は通知から90日保ちます。${formatWareki(from)}から廃棄を決められます。`,
    }),
    en: ({ from }) => ({
      title: 'The paper stays for now',
      detail: `Paper of a disposition is kept for 90 days. Its destruction can be decided from ${formatEnglishDay(from)} on.`,
    }),
  },
  'records.paper-is-lent': plain({
    status: 409,
    rule: 'RULE-92',
    ja: ['この簿冊は貸出中です', '紙が返却されてから、廃棄を決めるか記録してください。'],
    en: ['The file is lent', 'Decide on its paper, or record that it went, when it is back.'],
  }),
  'records.destruction-day': {
    status: 422,
    rule: 'RULE-92',
    ja: ({ from, today }) => ({
      title: '廃棄した日を直してください',
      detail: `廃棄を決めた${formatWareki(from)}から今日(${formatWareki(today)})までの日にしてください。`,
    }),
    en: ({ from, today }) => ({
      title: 'Choose another day',
      detail: `Paper goes after that was decided: from ${formatEnglishDay(from)} until today, ${formatEnglishDay(today)}.`,
    }),
  },
  'records.pages-differ': {
    status: 422,
    rule: 'RULE-92',
    ja: ({ paper, scan, counted }) => ({
      title: 'ページ数が合いません',
      detail: `登録は${paper}ページ、画像は${scan}ページ、数えたのは${counted}ページです。読み取り直すか、不可としてください。`,
    }),
    en: ({ paper, scan, counted }) => ({
      title: 'The pages do not agree',
      detail: `Registered: ${paper}, in the scan: ${scan}, counted: ${counted}. Scan it again or refuse it.`,
    }),
  },
  'records.no-such-place': {
    status: 422,
    ja: ({ code }) => ({
      title: '書庫にない場所です',
      detail: `「${code}」は登録されていません。場所の一覧から選んでください。`,
    }),
    en: ({ code }) => ({
      title: 'No such place',
      detail: `“${code}” is not in the list of places. Choose one of them.`,
    }),
  },
};
