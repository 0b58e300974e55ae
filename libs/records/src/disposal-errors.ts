import { type LocalDate, type ProblemTable, formatEnglishDay, formatWareki, refusals } from '@fubako/kernel';
import type { ClockFault } from './core/disposal/clock-guard';
import type { ChoiceFault } from './core/disposal/measure';
import type { PersonFault } from './core/disposal/people';
import type { ActFault, DisposalAct } from './core/disposal/steps';

export interface DisposalErrors {
  'records.no-such-batch': { batchId: string };
  'records.batch-changed': { batchId: string; currentVersion: number };
  'records.disposal-refused': { batchId: string; act: DisposalAct; fault: ActFault };
  'records.unknown-item': { itemId: string };
  'records.bad-choice': { itemId: string; title: string; fault: ChoiceFault };
  'records.bad-split': { itemId: string };
  'records.undecided': { count: number };
  'records.wish-unanswered': { count: number };
  'records.wrong-count': { batchId: string };
  'records.pieces-differ': { listed: number; pieces: number };
  'records.not-yet': { batchId: string; executableOn: LocalDate | null };
  'records.same-person': { batchId: string; fault: PersonFault };
  'records.clock-not-believed': { batchId: string; fault: ClockFault };
  'records.locked-by-witness': { kind: 'ahead' | 'silent' };
  'records.not-yours-to-release': Record<string, never>;
  'records.nothing-locked': Record<string, never>;
  'records.unusual-volume': { batchId: string; documents: number };
  'records.no-certificate': { batchId: string };
  'records.no-transfer': { batchId: string };
  'records.package-not-ready': { batchId: string };
  'records.package-too-large': { batchId: string };
  'records.not-your-register': Record<string, never>;
}

export const refuse = refusals<DisposalErrors>();

const CHOICES: Readonly<Record<ChoiceFault, readonly [string, string]>> = {
  'reason-required': ['理由を書いてください。', 'Give a reason.'],
  'term-required': ['延長する年数(1〜30年)を選んでください。', 'Choose the years of the extension (1 to 30).'],
  'term-not-allowed': ['年数は、延長のときだけ書けます。', 'Years belong to extensions only.'],
  'must-extend': [
    '廃棄が認められなかった簿冊です。新しい保存期間(延長)を定めてください。',
    'Its disposal was refused. Give it a new retention period (extension).',
  ],
};

const LOCKS: Readonly<Record<'ahead' | 'silent', readonly [string, string]>> = {
  ahead: [
    '外の証人が、このデータベースにない記録を持っています。古いバックアップから戻したため、廃棄保留が欠けているおそれがあります。何も廃棄していません。文書主管課が保留を置き直し、停止を解除してから行ってください。',
    'A witness elsewhere holds what this database does not: it was restored from an older backup, so holds may be missing. Nothing was destroyed. The records office places the holds again and releases the lock first.',
  ],
  silent: [
    '外の証人に問い合わせできないため、廃棄保留が欠けていないか確かめられません。何も廃棄していません。システムの担当に連絡してください。',
    'A witness elsewhere cannot be asked, so nobody knows whether holds are missing. Nothing was destroyed. Tell the administrator.',
  ],
};

const PEOPLE: Readonly<Record<PersonFault, readonly [string, string]>> = {
  'has-proposed': ['この処分を選んだか、起案した人です。', 'You chose these measures or drafted the decision.'],
  'has-approved': ['この決裁に加わった人です。', 'You took part in the approval.'],
  'is-delegate': ['この決裁に加わった人の代理や代決をする人です。', 'You stand in for somebody who took part.'],
  'has-released': ['廃棄の停止を解除した人です。', 'You released the lock on disposals.'],
  'has-confirmed': ['件数を第三者として承認した人です。', 'You confirmed the volume as the third person.'],
};

export const disposalProblems: ProblemTable<DisposalErrors> = {
  'records.no-such-batch': {
    status: 404,
    ja: () => ({ title: '満了一覧が見つかりません', detail: '「保存・廃棄」の一覧から選び直してください。' }),
    en: () => ({ title: 'No such list', detail: 'Choose it again from “Retention and disposal”.' }),
  },
  'records.batch-changed': {
    status: 409,
    ja: () => ({
      title: 'ほかの人が先に変えました',
      detail: '画面を開き直して、今の内容を確かめてから、もう一度操作してください。',
    }),
    en: () => ({ title: 'Changed meanwhile', detail: 'Reload the page, look at it as it is now, and act again.' }),
  },
  'records.disposal-refused': {
    status: 403,
    rule: 'RULE-88',
    ja: ({ fault }) => ({
      title: '今はできない操作です',
      detail:
        fault === 'not-yours'
          ? 'この段階を担当する人に依頼してください。課長が選び、文書主管課が確かめ、公文書館が意見を述べます。'
          : '段階が変わっています。画面を開き直して、今の段階を確かめてください。',
    }),
    en: ({ fault }) => ({
      title: 'Not possible now',
      detail:
        fault === 'not-yours'
          ? 'Ask whoever is in charge of this step: the head of the section chooses, the records office reviews, the archives give their opinion.'
          : 'The list is at another step. Reload the page.',
    }),
  },
  'records.unknown-item': {
    status: 422,
    ja: () => ({ title: '一覧にない簿冊です', detail: '画面を開き直してから、もう一度選んでください。' }),
    en: () => ({ title: 'Not in this list', detail: 'Reload the page and choose again.' }),
  },
  'records.bad-choice': {
    status: 422,
    rule: 'RULE-88',
    ja: ({ title, fault }) => ({ title: `「${title}」の措置が整っていません`, detail: CHOICES[fault][0] }),
    en: ({ title, fault }) => ({ title: `The choice for “${title}” is not complete`, detail: CHOICES[fault][1] }),
  },
  'records.bad-split': {
    status: 422,
    rule: 'RULE-83',
    ja: () => ({
      title: '分けられません',
      detail: 'この簿冊の文書を、全部ではなく一部だけ選んでください。',
    }),
    en: () => ({ title: 'Cannot be split off', detail: 'Choose some of the documents of this file, not all of them.' }),
  },
  'records.no-transfer': {
    status: 409,
    rule: 'RULE-88',
    ja: () => ({
      title: '移管資料は作れません',
      detail: '移管の決裁が済んだ簿冊がある手続で、文書主管課か公文書館の人が作れます。',
    }),
    en: () => ({
      title: 'No package of a transfer',
      detail: 'The records office and the archives have one made where the transfer of a file has been decided.',
    }),
  },
  'records.package-not-ready': {
    status: 409,
    ja: () => ({
      title: '移管資料はまだありません',
      detail: '作り終わるのを待つか、期限が過ぎたときは作り直してください。',
    }),
    en: () => ({
      title: 'The package is not there',
      detail: 'Wait until it is made; when its time is over, have it made again.',
    }),
  },
  'records.package-too-large': {
    status: 422,
    ja: () => ({
      title: '移管資料が大きすぎます',
      detail: '合計が2GBを超えます。簿冊を分けた手続で移管してください。',
    }),
    en: () => ({
      title: 'The package is too large',
      detail: 'It exceeds two gigabytes. Transfer the files in several batches.',
    }),
  },
  'records.undecided': {
    status: 409,
    ja: ({ count }) => ({
      title: `未決の簿冊が${count}冊あります`,
      detail: '廃棄、移管、延長のどれかを選んでください。「残りは基準案どおり」で、まとめて選べます。',
    }),
    en: ({ count }) => ({
      title: `${count} files are not decided`,
      detail: 'Choose destroy, transfer or extend for each. “The rest as proposed” chooses them together.',
    }),
  },
  'records.wish-unanswered': {
    status: 409,
    rule: 'RULE-88',
    ja: ({ count }) => ({
      title: '公文書館の意見に答えていません',
      detail: `移管を求められた簿冊が${count}冊、廃棄のままです。移管に改めるか、廃棄する理由を書いてください。`,
    }),
    en: ({ count }) => ({
      title: 'The archives have not been answered',
      detail: `${count} files that they ask for are still to be destroyed. Change them to transfer, or give the reason.`,
    }),
  },
  'records.wrong-count': {
    status: 422,
    ja: () => ({
      title: '件数が合いません',
      detail: '画面に示された廃棄の件数を確かめて、同じ数を入れてください。',
    }),
    en: () => ({
      title: 'The count differs',
      detail: 'Look at the number of documents to be destroyed, and type the same.',
    }),
  },
  'records.pieces-differ': {
    status: 422,
    ja: ({ listed, pieces }) => ({
      title: '紙の点数が目録と合いません',
      detail: `目録には${listed}点ありますが、${pieces}点と入力されています。現物を数え直し、足りない簿冊は受け取らないでください。`,
    }),
    en: ({ listed, pieces }) => ({
      title: 'The paper differs from the inventory',
      detail: `Pieces of paper in the inventory: ${listed}; entered: ${pieces}. Count again, and do not take files whose paper is missing.`,
    }),
  },
  'records.not-yet': {
    status: 409,
    rule: 'RULE-88',
    ja: ({ executableOn }) => ({
      title: 'まだ実行できません',
      detail: executableOn
        ? `${formatWareki(executableOn)}から実行できます。`
        : '決裁されると、実行できる日が決まります。',
    }),
    en: ({ executableOn }) => ({
      title: 'Not yet',
      detail: executableOn
        ? `It can be carried out from ${formatEnglishDay(executableOn)}.`
        : 'The day is set by the decision.',
    }),
  },
  'records.same-person': {
    status: 403,
    rule: 'RULE-88',
    ja: ({ fault }) => ({
      title: '別の人が行ってください',
      detail: `${PEOPLE[fault][0]}ほかの文書主任か文書主管課に依頼してください。`,
    }),
    en: ({ fault }) => ({
      title: 'Somebody else has to do this',
      detail: `${PEOPLE[fault][1]} Ask another records clerk or the records office.`,
    }),
  },
  'records.clock-not-believed': {
    status: 409,
    rule: 'RULE-90',
    ja: () => ({
      title: '時計が確かでないため、止めました',
      detail:
        '日付が飛んでいるか、機械の時計が合っていません。何も廃棄していません。システムの担当に連絡してください。',
    }),
    en: () => ({
      title: 'Stopped, because the clock is not certain',
      detail:
        'Days are missing, or the clocks of the machines disagree. Nothing was destroyed. Tell the administrator.',
    }),
  },
  'records.locked-by-witness': {
    status: 409,
    rule: 'RULE-86',
    ja: ({ kind }) => ({ title: '廃棄・移管を止めています', detail: LOCKS[kind][0] }),
    en: ({ kind }) => ({ title: 'Disposals are locked', detail: LOCKS[kind][1] }),
  },
  'records.not-yours-to-release': {
    status: 403,
    ja: () => ({ title: '解除できる人ではありません', detail: '廃棄・移管の停止は、文書主管課が解除します。' }),
    en: () => ({ title: 'Not yours to release', detail: 'The records office releases the lock on disposals.' }),
  },
  'records.nothing-locked': {
    status: 409,
    ja: () => ({
      title: '解除するものがありません',
      detail: '廃棄・移管は止まっていないか、証人に問い合わせできません。一覧を開き直してください。',
    }),
    en: () => ({
      title: 'Nothing to release',
      detail: 'Disposals are not locked, or the witness cannot be asked. Reload the list.',
    }),
  },
  'records.unusual-volume': {
    status: 409,
    rule: 'RULE-90',
    ja: ({ documents }) => ({
      title: 'いつもより多い廃棄です',
      detail: `${documents}件は、前年度の2倍を超えます。決裁にも実行にも関わらない人の承認を先に得てください。`,
    }),
    en: ({ documents }) => ({
      title: 'More than usual',
      detail: `${documents} documents are more than twice those of last year. Somebody with no part in it has to confirm first.`,
    }),
  },
  'records.not-your-register': {
    status: 403,
    ja: () => ({ title: '見られない帳簿です', detail: '廃棄簿と移管簿は、文書主管課、公文書館、監査が見られます。' }),
    en: () => ({
      title: 'Not your register',
      detail: 'Registers of disposals are read by records office, archives and audit.',
    }),
  },
  'records.no-certificate': {
    status: 404,
    ja: () => ({ title: '廃棄証明書はまだありません', detail: '実行が終わると、ここから取り出せます。' }),
    en: () => ({
      title: 'No certificate yet',
      detail: 'It can be taken from here when the disposal has been carried out.',
    }),
  },
};
