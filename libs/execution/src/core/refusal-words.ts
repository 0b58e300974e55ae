import type { RefusalCode } from './judge';

type Words = readonly [title: string, detail: string];

/** Why a step is refused, in a clerk's words: the problem of the API and the line beside the button say the same. */
export const refusalWords: Readonly<Record<RefusalCode, { status: number; ja: Words; en: Words }>> = {
  'not-decided': {
    status: 409,
    ja: ['まだ決裁されていません', '決裁の前に施行することはできません。決裁を待ってください。'],
    en: ['Not decided yet', 'Nothing is executed before the decision. Wait for it.'],
  },
  'nothing-to-execute': {
    status: 409,
    ja: ['施行のない文書です', '庁外に出さない事案です。処理が済んだら完結にしてください。'],
    en: ['Nothing to execute', 'This matter does not go out. Close it when it has been dealt with.'],
  },
  waived: {
    status: 409,
    ja: ['施行不要とされています', '施行するときは、先に施行不要の記録を取り消してください。'],
    en: ['Execution was found unnecessary', 'Undo that entry first if it is to go out after all.'],
  },
  executed: {
    status: 409,
    ja: ['施行済みです', '続きの文書は新しく起案し、この番号の枝番で施行してください。'],
    en: ['Executed already', 'A further letter needs a draft of its own; it takes a branch of this number.'],
  },
  closed: {
    status: 409,
    ja: ['完結しています', '完結した文書の施行は変えられません。文書主管課に相談してください。'],
    en: ['Closed', 'The execution of a closed document stays as it is. Ask the records office.'],
  },
  'number-missing': {
    status: 409,
    ja: ['施行番号がありません', '先に施行番号を取ってください。'],
    en: ['No dispatch number', 'Issue the dispatch number first.'],
  },
  'copy-missing': {
    status: 409,
    ja: ['浄書がありません', '先に浄書を作ってください。'],
    en: ['No clean copy', 'Make the clean copy first.'],
  },
  'not-collated': {
    status: 409,
    ja: ['照合が済んでいません', '浄書を決裁の原議と照合してください。'],
    en: ['Not collated', 'The clean copy has to be compared with the decided original first.'],
  },
  'no-seal': {
    status: 409,
    ja: ['公印のいらない文書です', '公印を押すときは、浄書を取り消し、公印の扱いを選び直してください。'],
    en: ['Needs no seal', 'To have it sealed, undo the clean copy and choose another seal mode.'],
  },
  'not-sealed': {
    status: 409,
    ja: ['公印がまだです', '公印管守者に公印を依頼してください。'],
    en: ['Not sealed yet', 'Ask the seal keeper to apply the seal.'],
  },
  'done-already': {
    status: 409,
    ja: ['この手順は済んでいます', 'やり直すときは、理由を付けて取り消してください。'],
    en: ['Done already', 'To do it again, undo it with a reason.'],
  },
  dispatched: {
    status: 409,
    ja: ['すでに発送した宛先があります', '発送した文書は取りやめられません。誤りは訂正の文書で正してください。'],
    en: ['Some of it has gone out', 'What went out cannot be taken back. Correct it by a further letter.'],
  },
  'nothing-to-undo': {
    status: 409,
    ja: ['取り消す手順がありません', '施行の手順はまだ始まっていません。'],
    en: ['Nothing to undo', 'The execution has not begun.'],
  },
  'collate-by-other': {
    status: 403,
    ja: ['起案者・浄書した人は照合できません', '課のほかの人に照合を依頼してください。'],
    en: ['Not by who wrote it', 'Ask a colleague to collate: neither the drafter nor the maker of the copy may.'],
  },
  'seal-keeper-only': {
    status: 403,
    ja: ['公印を扱えるのは公印管守者です', '公印管守者に依頼してください。'],
    en: ['For the seal keeper', 'Only the seal keeper applies seals. Ask the keeper.'],
  },
  'not-yours': {
    status: 403,
    ja: ['この手順を行う人ではありません', '起案者、主管課の文書主任か課長、または文書主管課に依頼してください。'],
    en: ['Not yours to do', 'Ask the drafter, the records clerk or head of the section, or the records office.'],
  },
};
