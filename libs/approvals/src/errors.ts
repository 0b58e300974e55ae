import { REFUSAL_CODES } from './core/refusal';
import { type FieldFault, type ProblemTable, refusals } from '@fubako/kernel';
import { type DefinitionErrors, definitionProblems } from './definition-errors';
import { type RefusedActErrors, refusedActProblems } from './refused-act-problems';
import { type TableErrors, tableProblems } from './table-errors';

export interface ApprovalsErrors extends DefinitionErrors, TableErrors, RefusedActErrors {
  'approvals.not-found': { documentId: string };
  'approvals.not-allowed': { documentId: string; rule: string };
  'approvals.not-your-seat': { documentId: string; rule: string };
  'approvals.already-acted': { documentId: string; rule: string };
  'approvals.content-changed': { documentId: string; rule: string };
  'approvals.reason-required': { errors: readonly FieldFault[] };
  'approvals.no-route': { problems: readonly string[] };
  'approvals.own-seat': { documentId: string };
  'approvals.nothing-on-paper': { documentId: string };
  'approvals.bulk-empty': Record<string, never>;
  'approvals.bulk-reason': { errors: readonly FieldFault[] };
  'approvals.no-delegation-table': Record<string, never>;
  'approvals.unknown-unit': { unitCode: string };
  'approvals.too-many-views': { most: number };
  'approvals.no-view': Record<string, never>;
  'approvals.no-section': Record<string, never>;
  'approvals.not-decided-yet': { documentId: string };
  'approvals.not-sealed-yet': { documentId: string };
  'approvals.no-witness': { hours: number };
}

export const refuse = refusals<ApprovalsErrors>();

const ROUTE_PROBLEMS: Record<string, { ja: string; en: string }> = {
  'no-rule': {
    ja: '専決規程にこの事案の定めがありません。文書主管課に相談してください。',
    en: 'The delegation table has no rule for this matter. Ask the records office.',
  },
  'amount-missing': { ja: '金額を入力すると決裁者が決まります。', en: 'Enter the amount: it determines who decides.' },
  'no-decider': {
    ja: '決裁できる職がいません(欠員、または起案者本人)。文書主管課に相談してください。',
    en: 'No post can decide this (vacant, or the drafter alone). Ask the records office.',
  },
  'unknown-post': {
    ja: '専決規程の決裁者の職が、本日の組織にありません。文書主管課に連絡してください。',
    en: 'The post named by the delegation table does not exist today. Tell the records office.',
  },
  'unknown-unit': {
    ja: '専決規程の合議先の課が、本日の組織にありません。文書主管課に連絡してください。',
    en: 'A section named for concurrence does not exist today. Tell the records office.',
  },
};

/** A problem of route planning in words, for previews and refusals. */
export function routeProblemWords(code: string, language: 'ja' | 'en'): string {
  return ROUTE_PROBLEMS[code]?.[language] ?? code;
}

export const approvalsProblems: ProblemTable<ApprovalsErrors> = {
  ...refusedActProblems,
  'approvals.not-found': {
    status: 404,
    ja: () => ({ title: 'まだ起案されていません', detail: '提出前の文書です。提出すると経路と経過が表示されます。' }),
    en: () => ({ title: 'Not yet submitted', detail: 'Route and history appear after submission.' }),
  },
  'approvals.not-allowed': {
    status: 409,
    ja: ({ rule }) => ({
      title: '今はできない操作です',
      detail: `文書の状態が変わったか、この段階では認められない操作です${rule && `(${rule})`}。画面を開き直して状態を確かめてください。`,
    }),
    en: ({ rule }) => ({
      title: 'Not possible now',
      detail: `The state has changed, or the rules do not allow it at this stage${rule && ` (${rule})`}. Reload and look at the state.`,
    }),
  },
  'approvals.not-your-seat': {
    status: 403,
    ja: () => ({
      title: 'あなたの席ではありません',
      detail: 'この段階の処理者ではありません。経路で、今どの職の処理待ちかを確かめてください。',
    }),
    en: () => ({ title: 'Not your seat', detail: 'You are not the one to act at this stage. The route shows who is.' }),
  },
  'approvals.already-acted': {
    status: 409,
    ja: () => ({
      title: 'すでに処理済みです',
      detail: 'この席の処理は済んでいます(別の画面で押された可能性があります)。二重にはなりません。',
    }),
    en: () => ({
      title: 'Already done',
      detail: 'This seat has acted already, perhaps in another tab. Nothing was done twice.',
    }),
  },
  'approvals.content-changed': {
    status: 409,
    rule: 'RULE-60',
    ja: () => ({
      title: '見ていた内容から変わっています',
      detail: '開いた後に内容が変わりました。最新の内容を確かめてから、もう一度処理してください。',
    }),
    en: () => ({
      title: 'Changed since you looked',
      detail: 'The content changed after you opened it. Look at the latest version, then act again.',
    }),
  },
  'approvals.reason-required': {
    status: 422,
    ja: () => ({
      title: '理由が要ります',
      detail: '差戻し・否決・廃案には理由を記入してください。相手が何を直せばよいか分かるように書きます。',
    }),
    en: () => ({
      title: 'Reason needed',
      detail: 'Returning, rejecting and abandoning need a reason that tells what to correct.',
    }),
  },
  'approvals.no-route': {
    status: 422,
    ja: ({ problems }) => ({
      title: '経路が決まりません',
      detail: problems.map((code) => routeProblemWords(code, 'ja')).join(' '),
    }),
    en: ({ problems }) => ({
      title: 'No route',
      detail: problems.map((code) => routeProblemWords(code, 'en')).join(' '),
    }),
  },
  ...definitionProblems,
  ...tableProblems,
  'approvals.unknown-unit': {
    status: 422,
    ja: ({ unitCode }) => ({
      title: '組織がありません',
      detail: `「${unitCode}」という組織はその日にはありません。選び直してください。`,
    }),
    en: ({ unitCode }) => ({
      title: 'No such unit',
      detail: `There is no unit ${unitCode} on that day. Choose another.`,
    }),
  },
  'approvals.too-many-views': {
    status: 422,
    ja: ({ most }) => ({
      title: '保存した表示が多すぎます',
      detail: `保存できる表示は${most}件までです。使わない表示を消してから保存してください。`,
    }),
    en: ({ most }) => ({
      title: 'Too many saved views',
      detail: `At most ${most} views can be saved. Remove one that you do not use, then save again.`,
    }),
  },
  'approvals.no-view': {
    status: 404,
    ja: () => ({
      title: '保存した表示がありません',
      detail: 'すでに消されたか、他の人が保存した表示です。消せるのは保存した人だけです。',
    }),
    en: () => ({
      title: 'No such saved view',
      detail: 'It is gone already, or somebody else saved it. Only whoever saved a view can remove it.',
    }),
  },
  'approvals.no-section': {
    status: 422,
    ja: () => ({
      title: '共有する課がありません',
      detail: '今日の組織で課に属する職に就いていないため、共有できません。自分だけの表示として保存してください。',
    }),
    en: () => ({
      title: 'No section to share with',
      detail: 'You hold no post in a section today. Save the view for yourself alone.',
    }),
  },
  'approvals.no-delegation-table': {
    status: 422,
    rule: 'RULE-100',
    ja: () => ({
      title: '専決規程がまだ施行されていません',
      detail: '本日施行されている専決規程がないため、決裁者が決まりません。文書主管課に連絡してください。',
    }),
    en: () => ({
      title: 'No delegation table in force',
      detail: 'No delegation table is in force today, so nobody can be named to decide. Tell the records office.',
    }),
  },
  'approvals.nothing-on-paper': {
    status: 409,
    rule: 'RULE-11',
    ja: () => ({
      title: '紙の添付がありません',
      detail: 'この文書はすべて電子です。送付票は、媒体が「電子・紙併用」か「紙」の文書にだけ付けます。',
    }),
    en: () => ({
      title: 'Nothing is on paper',
      detail: 'All of this document is electronic. A cover goes on papers that belong to a hybrid or paper matter.',
    }),
  },
  'approvals.own-seat': {
    status: 422,
    rule: 'RULE-25',
    ja: () => ({
      title: '自分が承認する経路になっています',
      detail:
        'この町では、起案者が自ら承認する案件は提出できません。別の職員が起案するか、文書主管課に相談してください。',
    }),
    en: () => ({
      title: 'You would approve your own draft',
      detail: 'This municipality does not allow it. Let somebody else draft it, or ask the records office.',
    }),
  },
  'approvals.bulk-reason': {
    status: 422,
    ja: () => ({ title: '理由が要ります', detail: '一括の差戻しには、全件に付ける理由を記入してください。' }),
    en: () => ({ title: 'Reason needed', detail: 'Returning in bulk needs a reason, which every item carries.' }),
  },
  'approvals.bulk-empty': {
    status: 422,
    ja: () => ({ title: '選ばれていません', detail: '処理する文書を1件以上選んでください。' }),
    en: () => ({ title: 'Nothing selected', detail: 'Select at least one document.' }),
  },
  'approvals.not-decided-yet': {
    status: 409,
    ja: () => ({
      title: 'まだ決裁されていません',
      detail: '証拠一式は、決裁された文書について作れます。決裁を待って、もう一度開いてください。',
    }),
    en: () => ({
      title: 'It is not decided yet',
      detail: 'Evidence is made of decided matters. Wait for the decision.',
    }),
  },
  'approvals.not-sealed-yet': {
    status: 409,
    ja: () => ({
      title: '封印を待っています',
      detail:
        '最後の行為の封印がまだです。ふつう1分以内に終わります。少し待ってからもう一度試してください。続くときはシステム管理者に連絡してください。',
    }),
    en: () => ({
      title: 'The sealer is awaited',
      detail:
        'The last act is not sealed yet, which takes a minute at most. Try again; if this goes on, tell the system administrator.',
    }),
  },
  'approvals.no-witness': {
    status: 503,
    ja: ({ hours }) => ({
      title: '証跡の証人が応答していないため決裁できません',
      detail: `証跡を外で控える証人が${hours}時間を超えて応答していません。途中の承認はできますが、決裁は証人が応答するまで止めています。システム管理者に連絡してください。`,
    }),
    en: ({ hours }) => ({
      title: 'No decision while no witness of the ledger answers',
      detail: `No witness has answered for more than ${hours} hours. Approvals on the way go on, final decisions wait until one does. Tell the system administrator.`,
    }),
  },
};

/** The sentence of a refused act, for answers that list many; null for an unknown code. */
export function refusalDetail(code: string, language: 'ja' | 'en'): string | null {
  const known = REFUSAL_CODES.find((candidate) => candidate === code);
  if (!known) return null;
  return known === 'reason-required'
    ? approvalsProblems['approvals.reason-required'][language]({ errors: [] }).detail
    : approvalsProblems[`approvals.${known}`][language]({ documentId: '', rule: '' }).detail;
}
