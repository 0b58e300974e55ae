import { type FieldFault, type ProblemTable, refusals } from '@fubako/kernel';
import { type FormErrors, formProblems } from './form-errors';
import { type NumberErrors, numberProblems } from './number-errors';
import { type PastErrors, pastProblems } from './past-errors';

export interface DocumentsErrors extends NumberErrors, FormErrors, PastErrors {
  'documents.not-found': { documentId: string };
  'documents.changed-meanwhile': { documentId: string; currentVersion: number };
  'documents.not-editable': { documentId: string; state: string };
  'documents.nothing-changed': { documentId: string };
  'documents.not-finished': { documentId: string };
  'documents.not-decided': { documentId: string };
  'documents.not-your-addition': { documentId: string };
  'documents.handed-over': { documentId: string };
  'documents.content-erased': { documentId: string };
  'documents.not-yours': { documentId: string };
  'documents.left-behind': { documentId: string };
  'documents.not-left': { documentId: string };
  'documents.not-your-section': { documentId: string };
  'documents.incomplete': { errors: readonly FieldFault[] };
  'documents.invalid-fields': { errors: readonly FieldFault[] };
  'documents.unknown-matter-type': { matterType: string };
  'documents.unknown-form': { name: string; version: number };
  'documents.unknown-class': { classCode: string };
  'documents.no-post': { staffNo: string };
  'documents.no-section': { unitName: string };
  'documents.unknown-revision': { revision: number };
  'documents.order-incomplete': Record<string, never>;
  'documents.unknown-attachment': { attachmentId: string };
}

export const refuse = refusals<DocumentsErrors>();

export const documentsProblems: ProblemTable<DocumentsErrors> = {
  ...formProblems,
  ...numberProblems,
  ...pastProblems,
  'documents.not-found': {
    status: 404,
    ja: () => ({
      title: '文書が見つかりません',
      detail:
        '削除されたのではなく、番号が違うか閲覧できる範囲にない文書です。番号を確かめるか、文書主任に相談してください。',
    }),
    en: () => ({
      title: 'No such document',
      detail: 'The address is wrong, or you may not see this document. Check the number or ask your records clerk.',
    }),
  },
  'documents.changed-meanwhile': {
    status: 412,
    ja: () => ({
      title: '別の画面で変更されています',
      detail: 'この文書は別の画面(またはほかの人)が先に保存しました。最新の内容を開き、変更をもう一度入れてください。',
    }),
    en: () => ({
      title: 'Changed elsewhere',
      detail: 'Another tab or person saved this document first. Open the latest version and make your change again.',
    }),
  },
  'documents.nothing-changed': {
    status: 422,
    rule: 'RULE-60',
    ja: () => ({
      title: '内容が変わっていません',
      detail: '修正した項目がありません。項目を直してから修正を登録するか、意見を付けて処理してください。',
    }),
    en: () => ({
      title: 'Nothing has changed',
      detail: 'No field was changed. Change a field first, or act with an opinion instead.',
    }),
  },
  'documents.not-editable': {
    status: 409,
    rule: 'RULE-61',
    ja: ({ state }) => ({
      title: '今は編集できません',
      detail:
        state === 'circulating'
          ? '回議中です。直すには引戻しをするか、差戻しを受けてください。'
          : '手続が終わった文書は変更できません。内容を変えるときは新しく起案してください。',
    }),
    en: ({ state }) => ({
      title: 'Not editable now',
      detail:
        state === 'circulating'
          ? 'It is in circulation. Pull it back or ask for its return.'
          : 'The procedure is finished. A change needs a new draft.',
    }),
  },
  'documents.not-finished': {
    status: 409,
    rule: 'RULE-52',
    ja: () => ({
      title: '再起案できません',
      detail: '手続が終わっていない文書です。内容を直すには、引戻しか差戻しの後に修正してください。',
    }),
    en: () => ({
      title: 'Cannot be drafted anew',
      detail: 'The procedure of this document is not over. Pull it back, or ask for its return, and correct it.',
    }),
  },
  'documents.not-decided': {
    status: 409,
    rule: 'RULE-61',
    ja: () => ({
      title: '決裁後の追加はできません',
      detail: '決裁済みの文書ではありません。回議の前なら、起案の画面で添付してください。',
    }),
    en: () => ({
      title: 'Nothing can be added',
      detail: 'This document is not decided. While it is a draft, attach the file in the form of the draft.',
    }),
  },
  'documents.not-your-addition': {
    status: 403,
    rule: 'RULE-61',
    ja: () => ({
      title: 'ファイルを追加できません',
      detail: '決裁後に追加できるのは、起案者、課の文書主任、文書主管課だけです。課の文書主任に依頼してください。',
    }),
    en: () => ({
      title: 'You cannot add a file',
      detail: 'After the decision only the drafter, the records clerk of the section and the records office add files.',
    }),
  },
  'documents.handed-over': {
    status: 409,
    rule: 'RULE-61',
    ja: () => ({
      title: '移管した文書には追加できません',
      detail: 'この文書は公文書館に引き渡しました。追加したい資料は、公文書館に相談してください。',
    }),
    en: () => ({
      title: 'The archives keep this document',
      detail:
        'It was handed over, and nothing is added to it here any more. Ask the archives about what you want to add.',
    }),
  },
  'documents.content-erased': {
    status: 410,
    rule: 'RULE-89',
    ja: () => ({
      title: '廃棄された文書です',
      detail:
        '保存期間が満了し、決裁を経て廃棄されたため、内容は残っていません。廃棄簿で、廃棄の日と根拠を確かめられます。',
    }),
    en: () => ({
      title: 'This document was disposed of',
      detail: 'Its content no longer exists. The register of disposals shows when it went and on what decision.',
    }),
  },
  'documents.not-yours': {
    status: 403,
    ja: () => ({
      title: '起案者だけができる操作です',
      detail: '編集や提出は起案者が行います。起案者に連絡してください。',
    }),
    en: () => ({
      title: 'Only the drafter can do this',
      detail: 'Editing and submitting belong to the drafter. Please contact the drafter.',
    }),
  },
  'documents.left-behind': {
    status: 409,
    rule: 'RULE-102',
    ja: () => ({
      title: '課に残した起案です',
      detail: '異動により、この起案は元の課に引き継がれました。続きは元の課の職員が引き受けて進めます。',
    }),
    en: () => ({
      title: 'This draft stayed with the section',
      detail: 'You have moved, so the draft belongs to your former section. Somebody there takes it over.',
    }),
  },
  'documents.not-left': {
    status: 409,
    rule: 'RULE-102',
    ja: () => ({
      title: '引き受けられません',
      detail: '起案者がまだこの課にいるか、すでに別の人が引き受けています。起案者に確かめてください。',
    }),
    en: () => ({
      title: 'Cannot be taken over',
      detail: 'Its drafter is still in the section, or somebody else took it over. Ask the drafter.',
    }),
  },
  'documents.not-your-section': {
    status: 403,
    rule: 'RULE-102',
    ja: () => ({
      title: '引き受けられません',
      detail: '起案を引き受けられるのは、その課の職員と課を所管する長だけです。課の文書主任に連絡してください。',
    }),
    en: () => ({
      title: 'Cannot be taken over',
      detail: 'Only staff of the section and the heads above it may take a draft over. Ask its records clerk.',
    }),
  },
  'documents.incomplete': {
    status: 422,
    rule: 'RULE-10',
    ja: ({ errors }) => ({ title: '記入が足りません', detail: `${errors.length}か所を直すと起案できます。` }),
    en: ({ errors }) => ({
      title: 'Not complete',
      detail: `Correct ${errors.length} place(s), then it can be submitted.`,
    }),
  },
  'documents.invalid-fields': {
    status: 422,
    ja: ({ errors }) => ({
      title: '入力を確認してください',
      detail: `${errors.length}か所の値が正しくありません。保存されていません。`,
    }),
    en: ({ errors }) => ({
      title: 'Check your input',
      detail: `${errors.length} value(s) are not right. Nothing was saved.`,
    }),
  },
  'documents.unknown-form': {
    status: 404,
    ja: ({ name, version }) => ({
      title: '様式がありません',
      detail: `様式「${name}」の第${version}版は登録されていません。文書を開き直してください。`,
    }),
    en: ({ name, version }) => ({
      title: 'No such form',
      detail: `Version ${version} of the form “${name}” is not there. Open the document again.`,
    }),
  },
  'documents.unknown-matter-type': {
    status: 422,
    ja: ({ matterType }) => ({
      title: '事案の種類がありません',
      detail: `「${matterType}」は登録されていません。一覧から選び直してください。`,
    }),
    en: ({ matterType }) => ({
      title: 'No such matter type',
      detail: `${matterType} is not registered. Choose one from the list.`,
    }),
  },
  'documents.unknown-class': {
    status: 422,
    ja: ({ classCode }) => ({
      title: '分類がありません',
      detail: `分類「${classCode}」には文書をつづれません。小分類から選んでください。`,
    }),
    en: ({ classCode }) => ({
      title: 'No such class',
      detail: `Documents cannot be filed under ${classCode}. Choose a class of the third level.`,
    }),
  },
  'documents.no-post': {
    status: 403,
    ja: () => ({
      title: '起案できません',
      detail: '本日有効な職がないため起案できません。人事の発令を確かめてください。',
    }),
    en: () => ({ title: 'You cannot draft', detail: 'You hold no post today. Ask the personnel section.' }),
  },
  'documents.no-section': {
    status: 409,
    ja: ({ unitName }) => ({
      title: '所属の課が決まりません',
      detail: `${unitName}に文書記号を持つ課がありません。組織の登録を管理者に確かめてください。`,
    }),
    en: ({ unitName }) => ({
      title: 'No section',
      detail: `${unitName} belongs to no section with a document symbol. Ask the administrator of the organisation.`,
    }),
  },
  'documents.unknown-revision': {
    status: 404,
    ja: ({ revision }) => ({
      title: 'その版はありません',
      detail: `第${revision}版はありません。経過から選び直してください。`,
    }),
    en: ({ revision }) => ({ title: 'No such revision', detail: `There is no revision ${revision}.` }),
  },
  'documents.order-incomplete': {
    status: 422,
    ja: () => ({
      title: '並べ替えできません',
      detail: '添付が増減しています。画面を開き直してから並べ替えてください。',
    }),
    en: () => ({ title: 'Cannot reorder', detail: 'The attachments changed meanwhile. Reload, then reorder.' }),
  },
  'documents.unknown-attachment': {
    status: 404,
    ja: () => ({ title: '添付が見つかりません', detail: '取り除かれた添付です。画面を開き直してください。' }),
    en: () => ({ title: 'No such attachment', detail: 'It was removed. Reload the page.' }),
  },
};
