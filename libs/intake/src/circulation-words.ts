import type { ProblemTable } from '@fubako/kernel';
import type { IntakeErrors } from './errors-of';

/** Refusals about circulations, in a clerk's words. */
export const circulationWords: ProblemTable<
  Pick<
    IntakeErrors,
    | 'intake.no-circulation'
    | 'intake.not-yours-to-circulate'
    | 'intake.reading-runs'
    | 'intake.nothing-read'
    | 'intake.no-required-reader'
    | 'intake.unknown-reader'
    | 'intake.vacant-post'
    | 'intake.too-many-readers'
    | 'intake.broadcast-has-no-readers'
    | 'intake.confidential-broadcast'
    | 'intake.not-decided'
    | 'intake.not-a-reader'
    | 'intake.already-read'
    | 'intake.circulation-over'
    | 'intake.no-draft-of-document'
  >
> = {
  'intake.no-circulation': {
    status: 404,
    ja: () => ({
      title: '供覧・回覧が見つかりません',
      detail: '宛先にない供覧か、アドレスが違います。供覧の一覧から開き直してください。',
    }),
    en: () => ({
      title: 'No such circulation',
      detail: 'The address is wrong, or it was not circulated to you. Open it from the list of circulations.',
    }),
  },
  'intake.not-yours-to-circulate': {
    status: 403,
    rule: 'RULE-03',
    ja: () => ({
      title: '供覧・回覧を扱えません',
      detail: '始めた人、起案者、主管課の文書主任・副主任と文書主管課が扱えます。その人に依頼してください。',
    }),
    en: () => ({
      title: 'Not yours to circulate',
      detail:
        'Whoever began it, the drafter, the records clerk and deputy of the section, and the records office can do this. Ask one of them.',
    }),
  },
  'intake.reading-runs': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({ title: '供覧の途中です', detail: '必要な人が読み終わるのを待つか、供覧を止めてから行ってください。' }),
    en: () => ({
      title: 'A circulation is running',
      detail: 'Wait until everybody has read it, or stop the circulation first.',
    }),
  },
  'intake.nothing-read': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({
      title: '供覧が終わっていません',
      detail: '供覧完結にできるのは、供覧が終わった収受文書だけです。先に供覧してください。',
    }),
    en: () => ({
      title: 'Nothing has been read to the end',
      detail: 'Only a receipt whose circulation is complete can end as read. Circulate it first.',
    }),
  },
  'intake.no-required-reader': {
    status: 422,
    rule: 'RULE-03',
    ja: () => ({
      title: '必ず読む人がいません',
      detail: '供覧には必ず読む人が一人以上要ります。だれでもよいときは回覧にしてください。',
    }),
    en: () => ({
      title: 'Nobody is required to read',
      detail: 'A circulation for reading needs at least one required reader. If nobody must, broadcast it.',
    }),
  },
  'intake.unknown-reader': {
    status: 422,
    rule: 'RULE-03',
    ja: ({ code }) => ({
      title: '宛先が見つかりません',
      detail: `「${code}」の職員・職・課は今日の組織にありません。一覧から選び直してください。`,
    }),
    en: ({ code }) => ({
      title: 'No such reader',
      detail: `There is no person, post or section ${code} today. Choose from the list.`,
    }),
  },
  'intake.vacant-post': {
    status: 422,
    rule: 'RULE-03',
    ja: ({ post }) => ({
      title: '空席の職です',
      detail: `${post}に就いている人がいません。別の宛先を選んでください。`,
    }),
    en: ({ post }) => ({
      title: 'The post is vacant',
      detail: `Nobody holds the post ${post}. Choose another reader.`,
    }),
  },
  'intake.too-many-readers': {
    status: 422,
    rule: 'RULE-03',
    ja: ({ most }) => ({
      title: '宛先が多すぎます',
      detail: `供覧の宛先は${most}人までです。多くの人に知らせるときは回覧にしてください。`,
    }),
    en: ({ most }) => ({
      title: 'Too many readers',
      detail: `At most ${most} people can be named. To tell more, broadcast it.`,
    }),
  },
  'intake.broadcast-has-no-readers': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({
      title: '回覧には宛先の人がいません',
      detail: '回覧はだれでも読めるため、人を加えられません。必ず読んでほしいときは供覧を始めてください。',
    }),
    en: () => ({
      title: 'A broadcast names nobody',
      detail: 'Whoever belongs to it may read it. To make people read, start a circulation for reading.',
    }),
  },
  'intake.confidential-broadcast': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({ title: '秘密文書は回覧できません', detail: '秘密区分のある文書は、読む人を決めて供覧してください。' }),
    en: () => ({ title: 'Confidential papers are not broadcast', detail: 'Circulate it to named readers instead.' }),
  },
  'intake.not-decided': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({ title: '供覧・回覧できません', detail: '供覧・回覧できるのは決裁された文書だけです。' }),
    en: () => ({ title: 'Cannot be circulated', detail: 'Only a decided document can be circulated.' }),
  },
  'intake.not-a-reader': {
    status: 403,
    rule: 'RULE-03',
    ja: () => ({
      title: '宛先ではありません',
      detail: '閲覧済にできるのは、供覧の宛先の人です。読む必要があるときは、始めた人に加えてもらってください。',
    }),
    en: () => ({
      title: 'You are not among its readers',
      detail: 'Only its readers mark it as read. If you need to, ask whoever began it to add you.',
    }),
  },
  'intake.already-read': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({
      title: 'すでに閲覧済です',
      detail: '閲覧の日時と意見は変わりません。伝えることがあるときは、始めた人に連絡してください。',
    }),
    en: () => ({
      title: 'Read already',
      detail: 'Your mark and comment stay as they are. If there is more to say, contact whoever began it.',
    }),
  },
  'intake.circulation-over': {
    status: 409,
    rule: 'RULE-03',
    ja: () => ({
      title: '供覧・回覧は終わっています',
      detail: '終わった供覧・回覧は変えられません。必要なら新しく始めてください。',
    }),
    en: () => ({
      title: 'It is over',
      detail: 'A circulation that has ended cannot be changed. Start a new one if it is needed.',
    }),
  },
  'intake.no-draft-of-document': {
    status: 422,
    rule: 'RULE-03',
    ja: () => ({
      title: '起案は依頼できません',
      detail: '起案を依頼できるのは収受文書の供覧だけです。意見に書いて伝えてください。',
    }),
    en: () => ({
      title: 'No draft can be asked for',
      detail: 'A draft can be asked for in the circulation of a receipt only. Say it in your comment.',
    }),
  },
};
