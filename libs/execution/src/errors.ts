import { type ProblemTable, type ProblemWords, refusals } from '@fubako/kernel';
import type { RefusalCode } from './core/judge';
import { refusalWords } from './core/refusal-words';

interface OwnErrors {
  'execution.numbered-already': { number: string };
  'execution.copy-changed': { documentId: string };
  'execution.day-out-of-range': { from: string; to: string };
  'execution.unknown-line': { line: number };
  'execution.not-the-last': { documentId: string };
  'execution.number-dispatched': { number: string };
  'execution.not-voidable': { number: string };
  'execution.not-your-series': Record<string, never>;
  'execution.unknown-number': Record<string, never>;
  'execution.not-your-register': Record<string, never>;
  'execution.no-clean-copy': { documentId: string };
  'execution.copy-erased': { documentId: string };
  'execution.too-many-addressees': { limit: number };
}
type StepErrors = { [C in RefusalCode as `execution.${C}`]: { documentId: string; rule: string } };
export interface ExecutionErrors extends OwnErrors, StepErrors {}

export const refuse = refusals<ExecutionErrors>();

const words =
  (title: string, detail: string): (() => ProblemWords) =>
  () => ({ title, detail });

const own: ProblemTable<OwnErrors> = {
  'execution.numbered-already': {
    status: 409,
    rule: 'RULE-75',
    ja: ({ number }) => ({
      title: 'すでに番号があります',
      detail: `この文書の番号は「${number}」です。取り直すときは、先に理由を付けて欠番にしてください。`,
    }),
    en: ({ number }) => ({
      title: 'Numbered already',
      detail: `The number of this document is ${number}. To take another, make it void first, with a reason.`,
    }),
  },
  'execution.copy-changed': {
    status: 412,
    rule: 'RULE-65',
    ja: words('浄書が変わっています', '別の人が浄書を作り直しました。最新の浄書を開いて、もう一度確かめてください。'),
    en: words('The clean copy has changed', 'Somebody made it anew. Open the latest copy and compare it again.'),
  },
  'execution.day-out-of-range': {
    status: 422,
    rule: 'RULE-62',
    ja: ({ from, to }) => ({ title: '日付を確かめてください', detail: `${from}から${to}までの日を入力してください。` }),
    en: ({ from, to }) => ({ title: 'Check the day', detail: `Enter a day from ${from} to ${to}.` }),
  },
  'execution.unknown-line': {
    status: 422,
    ja: ({ line }) => ({
      title: '宛先を選び直してください',
      detail: `${line}番目の宛先はないか、発送済み、または番号が欠番です。画面を開き直してください。`,
    }),
    en: ({ line }) => ({
      title: 'Choose the addressees again',
      detail: `Addressee ${line} does not exist, was served already, or its number is void. Reload the page.`,
    }),
  },
  'execution.not-the-last': {
    status: 409,
    rule: 'RULE-65',
    ja: words('取り消せるのは最後の手順だけです', '画面を開き直し、新しい手順から順に取り消してください。'),
    en: words('Only the last step can be undone', 'Reload the page and undo the steps from the latest on.'),
  },
  'execution.number-dispatched': {
    status: 409,
    rule: 'RULE-75',
    ja: ({ number }) => ({
      title: '発送した番号は欠番にできません',
      detail: `「${number}」の文書は発送済みです。誤りは、訂正の文書を枝番で発送して正してください。`,
    }),
    en: ({ number }) => ({
      title: 'A number that went out cannot be made void',
      detail: `${number} has been dispatched. Correct a mistake by a letter with a branch number.`,
    }),
  },
  'execution.not-voidable': {
    status: 409,
    rule: 'RULE-52',
    ja: ({ number }) => ({
      title: 'この番号は手で欠番にしません',
      detail: `「${number}」は起案または収受の番号です。文書の取下げ、否決、廃案によって欠番になります。`,
    }),
    en: ({ number }) => ({
      title: 'Not made void by hand',
      detail: `${number} belongs to a draft or a receipt. It becomes void when that is withdrawn, rejected or abandoned.`,
    }),
  },
  'execution.not-your-series': {
    status: 403,
    rule: 'RULE-75',
    ja: words(
      'この系列を扱う人ではありません',
      '番号を扱えるのは、その課の文書主任と文書主管課です。依頼してください。',
    ),
    en: words(
      'Not your series',
      'The records clerk of the section and the records office keep its numbers. Ask one of them.',
    ),
  },
  'execution.not-your-register': {
    status: 403,
    ja: words('この帳簿を見る人ではありません', '公印台帳は公印管守者と文書主管課、発送簿は文書主管課が扱います。'),
    en: words('Not your register', 'The seal keeper and the records office keep it. Ask one of them.'),
  },
  'execution.unknown-number': {
    status: 404,
    ja: words('番号がありません', 'まだ発番されていない番号か、閲覧できない文書の番号です。発番簿で確かめてください。'),
    en: words(
      'No such number',
      'It was never issued, or its document is not for you to see. Look into the ledger of the series.',
    ),
  },
  'execution.no-clean-copy': {
    status: 404,
    ja: words('浄書がありません', '浄書を作ると、ここで見られます。'),
    en: words('No clean copy', 'It appears here when it has been made.'),
  },
  'execution.copy-erased': {
    status: 410,
    rule: 'RULE-89',
    ja: words('廃棄された文書です', '浄書も文書とともに廃棄されました。施行の記録は残っています。'),
    en: words('This document was disposed of', 'The clean copy went with it. The records of its execution remain.'),
  },
  'execution.too-many-addressees': {
    status: 422,
    ja: ({ limit }) => ({
      title: '宛先が多すぎます',
      detail: `一度に${limit}件までです。文書を分けて起案してください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too many addressees',
      detail: `At most ${limit} for one document. Split the draft.`,
    }),
  },
};

const steps = Object.fromEntries(
  Object.entries(refusalWords).map(([code, { status, ja, en }]) => [
    `execution.${code}`,
    { status, rule: 'RULE-65', ja: words(...ja), en: words(...en) },
  ]),
) as unknown as ProblemTable<StepErrors>;

export const executionProblems: ProblemTable<ExecutionErrors> = { ...own, ...steps };
