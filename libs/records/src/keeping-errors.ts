import { type LocalDate, type ProblemTable, formatEnglishDay, formatWareki } from '@fubako/kernel';
import {
  CLOSING_WORDS,
  CONTINUING_WORDS,
  REOPENING_WORDS,
  type WhyNotClosed,
  type WhyNotContinued,
  type WhyNotReopened,
  type WhyNotYearly,
  YEARLY_WORDS,
} from './core/keeping/continuing';
import { REMOVAL_WORDS, type WhyNotRemoved } from './core/keeping/removal';
import type { TermsFault } from './core/keeping/terms-faults';

const TERMS: Readonly<Record<TermsFault, readonly [string, string]>> = {
  'years-missing': [
    '年数を入れてください。満了日のない区分なら、名前を「永年」か「常用」にしてください。',
    'Enter the years; what has no end is called 永年 or 常用.',
  ],
  'years-not-empty': [
    '「永年」「常用」には満了日がありません。年数を空にしてください。',
    '永年 and 常用 have no end: leave the years empty.',
  ],
  'basis-does-not-fit': [
    '1年未満の区分は簿冊の年度では数えません。起算を完結の日か作成の日にしてください。',
    'Less than a year does not run from the year of a file: choose closing or making.',
  ],
  'disposition-does-not-fit': [
    '歴史公文書として移管するものの保存期間を1年未満にはできません。',
    'What goes to the archives cannot be kept for less than a year.',
  ],
};

export interface KeepingErrors {
  'records.file-not-found': { fileId: string };
  'records.not-yours-to-keep': object;
  'records.no-event': { label: string };
  'records.reason-needed': object;
  'records.dates-moved': { expiresOn: LocalDate | null };
  'records.would-shorten': { from: LocalDate | null; to: LocalDate };
  'records.unknown-class': { code: string };
  'records.same-file': { fileId: string };
  'records.not-some': { fileId: string };
  'records.bad-terms': { fault: TermsFault };
  'records.no-rule-change': { code: string };
  'records.retroactivity-unsaid': { files: number };
  'records.files-moved': { files: number };
  'records.cannot-be-closed': { because: WhyNotClosed };
  'records.bad-closing-day': { from: LocalDate; to: LocalDate };
  'records.cannot-be-reopened': { because: WhyNotReopened };
  'records.cannot-be-continued': { because: WhyNotContinued };
  'records.cannot-be-yearly': { because: WhyNotYearly };
  'records.cannot-be-removed': { because: WhyNotRemoved };
  'records.no-review': object;
  'records.extension-not-found': { batchId: string };
}

const day = (on: LocalDate | null, none: string): string => (on === null ? none : formatWareki(on));
const englishDay = (on: LocalDate | null, none: string): string => (on === null ? none : formatEnglishDay(on));

export const keepingProblems: ProblemTable<KeepingErrors> = {
  'records.file-not-found': {
    status: 404,
    ja: () => ({ title: '簿冊が見つかりません', detail: '一覧を開き直して、選び直してください。' }),
    en: () => ({ title: 'No such file', detail: 'Reload the list and choose again.' }),
  },
  'records.not-yours-to-keep': {
    status: 403,
    ja: () => ({
      title: 'この操作ができる人ではありません',
      detail:
        '簿冊の起算日・つづり替え・延長・閉鎖・継続簿冊の扱いは文書主管課と所管課の課長・文書主任が、保存期間の変更は文書主管課が行います。',
    }),
    en: () => ({
      title: 'Not yours to do',
      detail:
        'Event days, refiling, extension, closing and continuing files are for the records office and for the head and the records clerk of the section; another retention class is for the records office.',
    }),
  },
  'records.not-some': {
    status: 422,
    rule: 'RULE-83',
    ja: () => ({
      title: '分けられません',
      detail:
        'この簿冊の文書を、全部ではなく一部だけ選んでください。すでに移した文書があれば、一覧を開き直してください。',
    }),
    en: () => ({
      title: 'Cannot be split off',
      detail:
        'Choose some of the documents of this file, not all of them. Reload the list if some have been moved already.',
    }),
  },
  'records.bad-terms': {
    status: 422,
    rule: 'RULE-80',
    ja: ({ fault }) => ({ title: 'この保存期間にはできません', detail: TERMS[fault][0] }),
    en: ({ fault }) => ({ title: 'Not a possible period', detail: TERMS[fault][1] }),
  },
  'records.no-rule-change': {
    status: 422,
    ja: () => ({ title: '今と同じです', detail: '年数か起算、または分類の保存期間を変えてください。' }),
    en: () => ({
      title: 'Nothing would change',
      detail: 'Change the years or the basis, or the retention of the class.',
    }),
  },
  'records.retroactivity-unsaid': {
    status: 422,
    rule: 'RULE-80',
    ja: ({ files }) => ({
      title: 'いまある簿冊をどうするか選んでください',
      detail: `${files}冊に関わります。いまある簿冊にも及ぼすか、これまでのままにするかを選んでください。`,
    }),
    en: ({ files }) => ({
      title: 'Say what becomes of the files that are there',
      detail: `${files} files are concerned: either they follow, or they stay under what held before.`,
    }),
  },
  'records.files-moved': {
    status: 409,
    ja: ({ files }) => ({
      title: '関わる簿冊が変わりました',
      detail: `確かめている間に、関わる簿冊が${files}冊になりました。一覧を見直してから、もう一度決めてください。`,
    }),
    en: ({ files }) => ({
      title: 'Other files by now',
      detail: `Meanwhile ${files} files are concerned. Look at the list again, and decide.`,
    }),
  },
  'records.no-event': {
    status: 409,
    rule: 'RULE-82',
    ja: ({ label }) => ({
      title: '起算となる日を待つ文書ではありません',
      detail: `保存期間「${label}」は特定の出来事からは数えません。完結の日などから計算されています。`,
    }),
    en: ({ label }) => ({
      title: 'No event to wait for',
      detail: `Retention “${label}” does not run from an event; it is reckoned from the closing or a similar day.`,
    }),
  },
  'records.reason-needed': {
    status: 422,
    rule: 'RULE-82',
    ja: () => ({
      title: '理由を書いてください',
      detail: '一度入れた日を変えると、満了日が動きます。変える理由を書いてください。記録に残ります。',
    }),
    en: () => ({
      title: 'A reason is needed',
      detail: 'Changing a day that was entered before moves the expiry. Say why; it stays on record.',
    }),
  },
  'records.dates-moved': {
    status: 409,
    ja: ({ expiresOn }) => ({
      title: '満了日が、確かめた日と違います',
      detail: `ほかの人が先に変えたため、いまの計算では満了日は${day(expiresOn, '未定')}です。もう一度確かめてください。`,
    }),
    en: ({ expiresOn }) => ({
      title: 'The expiry is another than you saw',
      detail: `Somebody changed it meanwhile: reckoned now it would be ${englishDay(expiresOn, 'not known')}. Look again before you confirm.`,
    }),
  },
  'records.would-shorten': {
    status: 409,
    rule: 'RULE-83',
    ja: ({ from, to }) => ({
      title: '保存期間が短くなります',
      detail: `満了日が${day(from, '未定または満了なし')}から${formatWareki(to)}に早まります。文書主管課が理由を書き、短縮を確かめて行ってください。`,
    }),
    en: ({ from, to }) => ({
      title: 'It would be kept shorter',
      detail: `The expiry would come forward from ${englishDay(from, 'none')} to ${formatEnglishDay(to)}. The records office must state a reason and confirm the shortening.`,
    }),
  },
  'records.unknown-class': {
    status: 422,
    ja: ({ code }) => ({
      title: '使えない分類・区分です',
      detail: `「${code}」は文書をつづれる分類でも保存期間の区分でもありません。一覧から選んでください。`,
    }),
    en: ({ code }) => ({
      title: 'Unknown class',
      detail: `“${code}” cannot hold documents. Choose one from the list.`,
    }),
  },
  'records.same-file': {
    status: 409,
    ja: () => ({ title: 'すでにその簿冊にあります', detail: '移す先に、いまと違う簿冊か分類を選んでください。' }),
    en: () => ({ title: 'It lies there already', detail: 'Choose another file or class to move it to.' }),
  },
  'records.cannot-be-closed': {
    status: 409,
    rule: 'RULE-91',
    ja: ({ because }) => ({ title: '簿冊を閉じられません', detail: CLOSING_WORDS[because][0] }),
    en: ({ because }) => ({ title: 'The file cannot be closed', detail: CLOSING_WORDS[because][1] }),
  },
  'records.bad-closing-day': {
    status: 422,
    rule: 'RULE-81',
    ja: ({ from, to }) => ({
      title: '閉じた日を確かめてください',
      detail: `簿冊の最後の文書の日(${formatWareki(from)})から今日(${formatWareki(to)})までの日にしてください。`,
    }),
    en: ({ from, to }) => ({
      title: 'Check the day of closing',
      detail: `It lies between the last day of what is in the file, ${formatEnglishDay(from)}, and today, ${formatEnglishDay(to)}.`,
    }),
  },
  'records.cannot-be-reopened': {
    status: 409,
    ja: ({ because }) => ({ title: '閉じた簿冊を開けません', detail: REOPENING_WORDS[because][0] }),
    en: ({ because }) => ({ title: 'The file cannot be opened again', detail: REOPENING_WORDS[because][1] }),
  },
  'records.cannot-be-continued': {
    status: 409,
    ja: ({ because }) => ({ title: '継続簿冊にできません', detail: CONTINUING_WORDS[because][0] }),
    en: ({ because }) => ({ title: 'It cannot become a continuing file', detail: CONTINUING_WORDS[because][1] }),
  },
  'records.cannot-be-yearly': {
    status: 409,
    ja: ({ because }) => ({ title: '年度の簿冊に戻せません', detail: YEARLY_WORDS[because][0] }),
    en: ({ because }) => ({ title: 'It cannot become a file of its year again', detail: YEARLY_WORDS[because][1] }),
  },
  'records.cannot-be-removed': {
    status: 409,
    rule: 'RULE-90',
    ja: ({ because }) => ({ title: '登録を抹消できません', detail: REMOVAL_WORDS[because][0] }),
    en: ({ because }) => ({ title: 'It stays on the register', detail: REMOVAL_WORDS[because][1] }),
  },
  'records.no-review': {
    status: 422,
    rule: 'RULE-80',
    ja: () => ({
      title: '見直しの日を確かめてください',
      detail:
        '見直しは満了日のない簿冊(永年・常用・使用中の継続簿冊)について行い、次の見直しの日は明日以後の日にします。',
    }),
    en: () => ({
      title: 'Check the day of review',
      detail: 'Only files without an end date are reviewed, and the next review lies in the future.',
    }),
  },
  'records.extension-not-found': {
    status: 404,
    ja: () => ({ title: '延長の一括処理が見つかりません', detail: '一覧を開き直してください。' }),
    en: () => ({ title: 'No such extension', detail: 'Reload the list.' }),
  },
};
