import type { ProblemTable } from '@fubako/kernel';
import type { OnlineErrors } from './errors-of';

export const onlineWords: ProblemTable<OnlineErrors> = {
  'intake.not-an-intake-system': {
    status: 403,
    rule: 'RULE-05',
    ja: () => ({
      title: 'オンライン申請を取り込めるアカウントではありません',
      detail: '申請管理システムのアカウントに、役割 intake_system を(roles.csv で)与えてください。',
    }),
    en: () => ({
      title: 'Not the account of an intake system',
      detail: 'Grant the role intake_system to the account of the intake system (roles.csv).',
    }),
  },
  'intake.application-differs': {
    status: 409,
    rule: 'RULE-05',
    ja: ({ number }) => ({
      title: '同じ受付番号で内容の異なる申請があります',
      detail: `受付番号 ${number} は、別の内容で取込み済みです。番号を確かめるか、主管課の文書主任に連絡してください。`,
    }),
    en: ({ number }) => ({
      title: 'Another application has this number',
      detail: `Application ${number} was taken in with other content. Check the number, or ask the records clerk of its section.`,
    }),
  },
  'intake.no-application': {
    status: 404,
    rule: 'RULE-05',
    ja: ({ number }) => ({
      title: 'その受付番号の申請はありません',
      detail: `受付番号 ${number} は取り込まれていません。番号を確かめてください。`,
    }),
    en: ({ number }) => ({
      title: 'No such application',
      detail: `No application ${number} was taken in. Check the number.`,
    }),
  },
};
