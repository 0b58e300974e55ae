import { type ProblemTable, refusals } from '@fubako/kernel';
import { type DisposalErrors, disposalProblems } from './disposal-errors';
import { type HoldErrors, holdProblems } from './hold-errors';
import { type KeepingErrors, keepingProblems } from './keeping-errors';
import { type RuleErrors, ruleProblems } from './rule-errors';

interface OwnErrors {
  'records.not-filed': { documentId: string };
  'records.not-decided': { documentId: string };
  'records.not-executed': { documentId: string };
  'records.already-closed': { documentId: string };
  'records.not-yours-to-close': { documentId: string };
}

export interface RecordsErrors extends OwnErrors, DisposalErrors, HoldErrors, KeepingErrors, RuleErrors {}

export const refuse = refusals<OwnErrors & HoldErrors & KeepingErrors & RuleErrors>();

const own: ProblemTable<OwnErrors> = {
  'records.not-filed': {
    status: 404,
    ja: () => ({ title: 'まだつづられていません', detail: '決裁されると簿冊につづられ、保存期間が表示されます。' }),
    en: () => ({
      title: 'Not filed yet',
      detail: 'It is filed when it is decided; the retention period appears then.',
    }),
  },
  'records.not-decided': {
    status: 409,
    ja: () => ({
      title: '完結にできません',
      detail: '完結にできるのは決裁された文書だけです。経過で、今の状態を確かめてください。',
    }),
    en: () => ({
      title: 'Cannot be closed',
      detail: 'Only a decided document can be closed. Look at its state in the history.',
    }),
  },
  'records.not-executed': {
    status: 409,
    rule: 'RULE-65',
    ja: () => ({
      title: 'まだ施行されていません',
      detail:
        '発送が済むと完結にできます。施行しないことになったときは、課長か文書主管課が「施行不要」を記録してください。',
    }),
    en: () => ({
      title: 'Not executed yet',
      detail:
        'It can be closed when it has been dispatched. If nothing is to go out, the head of the section or the records office records that.',
    }),
  },
  'records.already-closed': {
    status: 409,
    rule: 'RULE-81',
    ja: () => ({
      title: 'すでに完結しています',
      detail: '完結の日は保存期間の起算になるため、変わりません。画面を開き直してください。',
    }),
    en: () => ({
      title: 'Closed already',
      detail: 'The day of closing starts the retention period and stays as it is. Reload the page.',
    }),
  },
  'records.not-yours-to-close': {
    status: 403,
    ja: () => ({
      title: '完結にできる人ではありません',
      detail: '完結にできるのは、起案者、主管課の文書主任と課長、文書主管課です。その人に依頼してください。',
    }),
    en: () => ({
      title: 'Not yours to close',
      detail:
        'The drafter, the records clerk and the head of the section, and the records office can close it. Ask one of them.',
    }),
  },
};

export const recordsProblems: ProblemTable<RecordsErrors> = {
  ...own,
  ...holdProblems,
  ...keepingProblems,
  ...ruleProblems,
  ...disposalProblems,
};
