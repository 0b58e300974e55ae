import type { ProblemTable } from '@fubako/kernel';
import { circulationWords } from './circulation-words';
import type { IntakeErrors } from './errors-of';
import { onlineWords } from './online-words';

/** Every refusal of the lib, in a clerk's words. */
export const intakeProblems: ProblemTable<IntakeErrors> = {
  ...circulationWords,
  ...onlineWords,
  'intake.not-yours-to-watch': {
    status: 403,
    ja: () => ({
      title: 'スキャナー取込みの記録は見られません',
      detail:
        '文書主任(自分の課の取込口)、文書主管課、システム管理者が見られます。必要なときは課の文書主任に頼んでください。',
    }),
    en: () => ({
      title: 'Not yours to see',
      detail:
        'Records clerks (for the inlets of their section), the records office and system administrators see what scanners brought. Ask the records clerk of your section.',
    }),
  },
  'intake.not-found': {
    status: 404,
    ja: () => ({
      title: '収受文書が見つかりません',
      detail: '番号が違うか、閲覧できる範囲にない収受文書です。番号を確かめるか、主管課の文書主任に相談してください。',
    }),
    en: () => ({
      title: 'No such receipt',
      detail:
        'The address is wrong, or you may not see this receipt. Check the number or ask the records clerk of the section.',
    }),
  },
  'intake.order-incomplete': {
    status: 422,
    ja: () => ({
      title: '並べ替えできません',
      detail: 'ほかの人が添付を足したか、取り除きました。画面を開き直してから並べ替えてください。',
    }),
    en: () => ({ title: 'Cannot reorder', detail: 'Somebody added or removed a file. Reload, then reorder.' }),
  },
  'intake.unknown-attachment': {
    status: 404,
    ja: () => ({ title: '添付が見つかりません', detail: '取り除かれた添付です。画面を開き直してください。' }),
    en: () => ({ title: 'No such attachment', detail: 'It was removed. Reload the page.' }),
  },
  'intake.not-yours-to-register': {
    status: 403,
    rule: 'RULE-01',
    ja: ({ section }) => ({
      title: '収受を登録できません',
      detail: `${section}の文書を登録できるのは、その課の文書主任・副主任と文書主管課です。その人に渡してください。`,
    }),
    en: ({ section }) => ({
      title: 'You cannot register this',
      detail: `Only the records clerk and deputy of ${section}, and the records office, register what comes to it. Hand it to one of them.`,
    }),
  },
  'intake.not-yours-to-handle': {
    status: 403,
    rule: 'RULE-02',
    ja: () => ({
      title: '文書主任が行う操作です',
      detail:
        '収受・受理・供覧・転送・返戻は、主管課の文書主任・副主任と文書主管課が行います。その人に依頼してください。',
    }),
    en: () => ({
      title: 'This belongs to the records clerk',
      detail:
        'Receiving, circulating, re-routing and sending back belong to the records clerk and deputy of the section, and to the records office. Ask one of them.',
    }),
  },
  'intake.not-your-section': {
    status: 403,
    rule: 'RULE-02',
    ja: () => ({
      title: '起案できるのは主管課の職員です',
      detail:
        'この収受文書を持つ課に職がないため起案できません。起案が要るときは、供覧から起案を依頼するか、文書主任に連絡してください。',
    }),
    en: () => ({
      title: 'Only its section drafts',
      detail:
        'You hold no post in the section that has this receipt. Ask for a draft in the circulation, or contact the records clerk.',
    }),
  },
  'intake.unknown-kind': {
    status: 422,
    rule: 'RULE-04',
    ja: ({ kind }) => ({
      title: '収受の種別がありません',
      detail: `「${kind}」は登録されていません。一覧から選び直してください。`,
    }),
    en: ({ kind }) => ({
      title: 'No such kind of receipt',
      detail: `${kind} is not registered. Choose one from the list.`,
    }),
  },
  'intake.unknown-section': {
    status: 422,
    ja: ({ section }) => ({
      title: '課がありません',
      detail: `「${section}」は文書記号を持つ課ではありません。一覧から選び直してください。`,
    }),
    en: ({ section }) => ({
      title: 'No such section',
      detail: `${section} is no section with a document symbol. Choose one from the list.`,
    }),
  },
  'intake.same-section': {
    status: 422,
    rule: 'RULE-02',
    ja: ({ section }) => ({
      title: '転送先が同じ課です',
      detail: `すでに${section}にあります。別の課を選んでください。`,
    }),
    en: ({ section }) => ({ title: 'It is there already', detail: `${section} has it now. Choose another section.` }),
  },
  'intake.arrival-in-future': {
    status: 422,
    rule: 'RULE-01',
    ja: () => ({
      title: '到達日時が未来です',
      detail: '今より後の到達日時は登録できません。日付と時刻を確かめてください。',
    }),
    en: () => ({
      title: 'The arrival lies in the future',
      detail: 'An arrival later than now cannot be entered. Check the day and the time.',
    }),
  },
  'intake.back-dating-reason-missing': {
    status: 422,
    rule: 'RULE-01',
    ja: () => ({
      title: 'さかのぼる理由を書いてください',
      detail:
        '到達日時が登録の日より前です。閉庁日の投函など、さかのぼる理由を書いてください。理由は記録に残り、画面に表示されます。',
    }),
    en: () => ({
      title: 'State why the arrival is back-dated',
      detail:
        'The arrival lies on a day before it was entered. State the reason, such as a letter box emptied after a holiday. It is kept and shown.',
    }),
  },
  'intake.no-series': {
    status: 409,
    rule: 'RULE-04',
    ja: () => ({
      title: '収受番号の系列がありません',
      detail:
        '番号系列に kind が receipt の行がありません。文書主管課に市町村パッケージの番号系列を確かめてもらってください。',
    }),
    en: () => ({
      title: 'No number series for receipts',
      detail:
        'The number series have none of kind receipt. Ask the records office to look at the municipality package.',
    }),
  },
  'intake.kind-is-numbered': {
    status: 409,
    rule: 'RULE-04',
    ja: () => ({
      title: '種別は変えられません',
      detail:
        '収受番号は種別の系列から出ているため、収受後に種別を変えられません。誤りのときは、不要として終え、正しい種別で登録し直してください。',
    }),
    en: () => ({
      title: 'The kind cannot change',
      detail:
        'The number came from the series of its kind. If it is wrong, end it as not needed and register it anew under the right kind.',
    }),
  },
  'intake.changed-meanwhile': {
    status: 412,
    ja: () => ({
      title: '別の画面で変更されています',
      detail: '別の画面(またはほかの人)が先に保存しました。最新の内容を開き、変更をもう一度入れてください。',
    }),
    en: () => ({
      title: 'Changed elsewhere',
      detail: 'Another tab or person saved it first. Open the latest version and make your change again.',
    }),
  },
  'intake.already-received': {
    status: 409,
    rule: 'RULE-01',
    ja: () => ({ title: 'すでに収受しています', detail: '収受の日時と番号は変わりません。画面を開き直してください。' }),
    en: () => ({
      title: 'Received already',
      detail: 'The time of receipt and the number stay as they are. Reload the page.',
    }),
  },
  'intake.not-received': {
    status: 409,
    rule: 'RULE-01',
    ja: () => ({ title: 'まだ収受していません', detail: '先に「収受する」で収受番号を取ってください。' }),
    en: () => ({ title: 'Not received yet', detail: 'Receive it first; it gets its number then.' }),
  },
  'intake.already-accepted': {
    status: 409,
    rule: 'RULE-01',
    ja: () => ({ title: 'すでに受理しています', detail: '受理の日時は変わりません。画面を開き直してください。' }),
    en: () => ({ title: 'Accepted already', detail: 'The time of acceptance stays as it is. Reload the page.' }),
  },
  'intake.already-ended': {
    status: 409,
    rule: 'RULE-02',
    ja: () => ({
      title: '処理が終わっています',
      detail: '収受文書の終わり方は一つだけです。誤って終えたときは、理由を書いて取り消してください。',
    }),
    en: () => ({
      title: 'Its handling has ended',
      detail: 'A receipt ends in one way only. If it was a mistake, take the ending back with a reason.',
    }),
  },
  'intake.nothing-to-undo': {
    status: 409,
    rule: 'RULE-02',
    ja: () => ({
      title: '取り消すものがありません',
      detail: '終わりや転送の記録がありません。画面を開き直してください。',
    }),
    en: () => ({ title: 'Nothing to take back', detail: 'It has neither ended nor been re-routed. Reload the page.' }),
  },
  'intake.something-followed': {
    status: 409,
    rule: 'RULE-02',
    ja: () => ({
      title: 'もう取り消せません',
      detail: 'その後の処理が行われています。今持っている課の文書主任に連絡してください。',
    }),
    en: () => ({
      title: 'Too late to take back',
      detail: 'Something was done with it afterwards. Contact the records clerk of the section that has it.',
    }),
  },
  'intake.draft-went-on': {
    status: 409,
    rule: 'RULE-02',
    ja: () => ({
      title: '起案が進んでいるため取り消せません',
      detail: '引き継いだ起案が提出されています。起案が取下げ・否決・廃案になれば取り消せます。',
    }),
    en: () => ({
      title: 'The draft went on',
      detail:
        'The draft that took it over was submitted. Once that is withdrawn, rejected or abandoned, this can be taken back.',
    }),
  },
};
