import type { LocalDate, ProblemTable } from '@fubako/kernel';
import { heldWords } from './core/hold-words';
import type { HoldGround } from './core/hold';

export interface HoldErrors {
  'records.held': {
    subjectId: string;
    holdId: string;
    ground: HoldGround;
    caseNo: string | null;
    endsOn: LocalDate | null;
  };
  'records.hold-not-found': { holdId: string };
  'records.hold-released': { holdId: string };
  'records.hold-days': { triggeredOn: LocalDate; today: LocalDate };
  'records.not-yours-to-hold': object;
  'records.unknown-targets': { ids: readonly string[] };
  'records.gone': { ids: readonly string[] };
}

export const holdProblems: ProblemTable<HoldErrors> = {
  'records.held': {
    status: 409,
    rule: 'RULE-86',
    ja: (hold) => ({
      title: '廃棄保留中です',
      detail: `${heldWords(hold, 'ja')}。保留が終わるまで、廃棄、移管、つづり替え、保存期間の短縮はできません。文書主管課に確かめてください。`,
    }),
    en: (hold) => ({
      title: 'On hold',
      detail: `${heldWords(hold, 'en')}. Until it ends nothing may be disposed of, transferred, refiled or kept shorter. Ask the records office.`,
    }),
  },
  'records.hold-not-found': {
    status: 404,
    ja: () => ({ title: '廃棄保留が見つかりません', detail: '一覧を開き直して、選び直してください。' }),
    en: () => ({ title: 'No such hold', detail: 'Reload the list and choose again.' }),
  },
  'records.hold-released': {
    status: 409,
    rule: 'RULE-86',
    ja: () => ({
      title: 'すでに解除された保留です',
      detail: '解除した保留は変えられません。もう一度保留するときは、新しく登録してください。',
    }),
    en: () => ({ title: 'Released already', detail: 'A released hold stays as it is. Place a new one to hold again.' }),
  },
  'records.hold-days': {
    status: 422,
    rule: 'RULE-86',
    ja: () => ({
      title: '日付を確かめてください',
      detail: '請求・提起の日と決定・裁決の日は今日までの日とし、決定・裁決の日は請求・提起の日より前にできません。',
    }),
    en: () => ({
      title: 'Check the days',
      detail: 'Neither day may lie in the future, and the decision cannot come before the request.',
    }),
  },
  'records.not-yours-to-hold': {
    status: 403,
    ja: () => ({
      title: '廃棄保留を扱える人ではありません',
      detail:
        '保留の登録、変更、解除は文書主管課が行います。所管課の課長は、自分の課の簿冊と文書の保留を求められます。',
    }),
    en: () => ({
      title: 'Not yours to hold',
      detail:
        'The records office places, changes and releases holds. A section head may ask for one on what the section keeps.',
    }),
  },
  'records.unknown-targets': {
    status: 422,
    ja: () => ({
      title: '対象が見つかりません',
      detail: '簿冊か、簿冊につづられた文書を一つ以上選んでください。一覧を開き直すと、いまある対象が表示されます。',
    }),
    en: () => ({
      title: 'Nothing to hold',
      detail: 'Choose at least one file, or one document that lies in a file. Reload the list to see what there is.',
    }),
  },
  'records.gone': {
    status: 409,
    rule: 'RULE-86',
    ja: () => ({
      title: 'すでに廃棄または移管されています',
      detail: '廃棄・移管の済んだものは選べません。廃棄・移管の記録で、いつ誰が行ったかを確かめてください。',
    }),
    en: () => ({
      title: 'Gone already',
      detail: 'What was disposed of or transferred cannot be chosen. The register of disposals says when and by whom.',
    }),
  },
};
