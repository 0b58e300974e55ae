import type { ProblemTable } from '@fubako/kernel';

type OfTheAct = { readonly documentId: string; readonly rule: string };

export interface RefusedActErrors {
  'approvals.own-draft': OfTheAct;
  'approvals.holder-present': OfTheAct;
  'approvals.post-vacant': OfTheAct;
  'approvals.not-in-acting-order': OfTheAct;
  'approvals.not-urgent': OfTheAct;
  'approvals.matter-excluded': OfTheAct;
  'approvals.not-agreed': OfTheAct;
  'approvals.switched-off': OfTheAct;
  'approvals.concurrence-open': OfTheAct;
  'approvals.nothing-pulled-up': OfTheAct;
  'approvals.others-acted': OfTheAct;
  'approvals.not-handed-on': OfTheAct;
  'approvals.rule-made': OfTheAct;
  'approvals.bad-target': OfTheAct;
  'approvals.bad-date': OfTheAct;
  'approvals.bad-person': OfTheAct;
  'approvals.bad-addition': OfTheAct;
  'approvals.decision-staged': OfTheAct;
  'approvals.grace-passed': OfTheAct;
  'approvals.partly-sent': OfTheAct;
}

/** What stands against acts in somebody's stead and acts on the route, in a clerk's words, each with what to do next. */
export const refusedActProblems: ProblemTable<RefusedActErrors> = {
  'approvals.own-draft': refused(
    403,
    [
      '自分の起案は処理できません',
      '起案者は、代決・代理・引継ぎによっても自分の起案を承認・決裁できません。ほかの処理者に任せてください。',
    ],
    ['Your own draft', 'A drafter neither approves nor decides the own draft, not even in somebody’s stead.'],
  ),
  'approvals.holder-present': refused(
    409,
    [
      '本来の処理者が在席しています',
      '不在の登録がないため、代わって処理することはできません。本人の処理を待つか、不在を登録してもらってください。',
    ],
    [
      'The holder is present',
      'No absence is registered, so nobody acts instead. Wait, or have the absence registered.',
    ],
  ),
  'approvals.post-vacant': refused(
    409,
    [
      'その職は欠員です',
      '欠員は不在に当たらないため、代決できません。文書主管課に、後任または事務取扱の手配を求めてください。',
    ],
    [
      'The post is vacant',
      'A vacancy is no absence here, so there is no acting decision. Ask the records office for a holder.',
    ],
  ),
  'approvals.not-in-acting-order': refused(
    403,
    [
      '代決の順序に当たりません',
      '代決できるのは、代決の順序で在席している最初の者だけです。順序は不在カレンダーで確かめられます。',
    ],
    [
      'Not first in the acting order',
      'Only the first present person of the acting order may decide. The absence calendar shows the order.',
    ],
  ),
  'approvals.not-urgent': refused(
    409,
    [
      '至急の案件ではありません',
      '代決は至急の案件に限られます。急ぐ理由があるときは、起案者が至急とその理由を付けて再提出してください。',
    ],
    [
      'Not urgent',
      'Only urgent matters are decided in somebody’s stead. The drafter can mark it urgent with a reason.',
    ],
  ),
  'approvals.matter-excluded': refused(
    409,
    [
      '代決できない案件です',
      '重要・異例・新規などの案件は代決できません。決裁者が事前に指示していたときは、その指示を記録してください。',
    ],
    [
      'Excluded from acting decisions',
      'Important, unusual or new matters are not decided in somebody’s stead, unless the decider gave an instruction beforehand: record it.',
    ],
  ),
  'approvals.not-agreed': refused(
    409,
    [
      '合議が調っていません',
      '不同意のある案件は代決できません。決裁者本人、または上位の決裁者の判断を待ってください。',
    ],
    ['Not agreed', 'What a section does not agree to is never decided in somebody’s stead.'],
  ),
  'approvals.switched-off': refused(
    409,
    [
      'この町では使わない処理です',
      'この処理は町の設定で使わないことになっています。必要なときは文書主管課に相談してください。',
    ],
    ['Not used here', 'The municipality’s settings switch this off. Ask the records office.'],
  ),
  'approvals.concurrence-open': refused(
    409,
    [
      '合議・審査が済んでいません',
      '引き上げで省けるのは回議だけです。合議先・審査の処理を待つか、急ぐよう連絡してください。',
    ],
    ['Sections have not answered', 'Only the own line can be passed over. Wait for the sections that must be asked.'],
  ),
  'approvals.nothing-pulled-up': refused(
    409,
    ['取り消す引上げがありません', '引上げを取り消せるのは、引き上げてから自分が処理するまでの間だけです。'],
    ['Nothing to undo', 'A pull-up can be undone only until you have acted.'],
  ),
  'approvals.others-acted': refused(
    409,
    [
      '次の人が処理しています',
      '取り消せるのは次の人が処理するまでです。直すことがあるときは、今の処理者に差戻しを頼んでください。',
    ],
    ['Others have acted', 'It can be undone only until the next person acts. Ask whoever has it now to return it.'],
  ),
  'approvals.not-handed-on': refused(
    409,
    ['引き継いだ処理は再び引き継げません', '引き継いだ人が自分で処理するか、もとの職の人に戻してもらってください。'],
    ['Not handed on', 'A task that was handed over is not handed on. Act, or let the holder of the post take it back.'],
  ),
  'approvals.rule-made': refused(
    409,
    ['規程による席は外せません', '規程で求められる席は、決裁者だけが理由を付けて外せます。'],
    ['The rules ask for this seat', 'Only the decider can take out a seat that the rules ask for, with a reason.'],
  ),
  'approvals.bad-target': refused(
    422,
    ['戻し先を選び直してください', '差し戻せるのは起案者か、この回ですでに処理した席です。'],
    ['Choose another place to return to', 'Return it to the drafter, or to a seat that has acted in this round.'],
  ),
  'approvals.bad-date': refused(
    422,
    ['日付を確かめてください', '保留は明日から31日先まで、事前の指示は今日までの日付で指定してください。'],
    ['Check the date', 'A hold ends between tomorrow and 31 days from now; an instruction was given today or before.'],
  ),
  'approvals.bad-person': refused(
    422,
    ['引継ぎ先を選び直してください', '起案者本人や、すでにその席にいる人、本日の組織にいない人には引き継げません。'],
    [
      'Choose somebody else',
      'It cannot go to the drafter, to whoever has it already, or to somebody who is not in the organisation today.',
    ],
  ),
  'approvals.decision-staged': refused(
    409,
    ['いまは処理できません', '決裁者がこの文書を処理しています。少し待ってから開き直し、状態を確かめてください。'],
    ['Not possible at this moment', 'The decider is dealing with this document. Wait a moment, reload and look again.'],
  ),
  'approvals.grace-passed': refused(
    409,
    ['取り消せる時間を過ぎました', '決裁は確定しました。改めるには、新しい起案で決裁を受けてください。'],
    ['Too late to undo', 'The decision has taken effect. To change it, draft anew and have that decided.'],
  ),
  'approvals.partly-sent': refused(
    409,
    ['すでに発送した宛先があります', '発送した文書は廃案にできません。誤りは訂正の文書で正してください。'],
    ['Some of it has gone out', 'What went out cannot be abandoned. Correct it by a further letter.'],
  ),
  'approvals.bad-addition': refused(
    422,
    ['追加先を選び直してください', 'すでに経路にある職、欠員の職、起案者本人の職は追加できません。'],
    ['Choose another post', 'A post that is in the route already, vacant, or the drafter’s own cannot be added.'],
  ),
};

type Sentences = readonly [title: string, detail: string];

function refused(status: 403 | 409 | 422, ja: Sentences, en: Sentences) {
  return {
    status,
    ja: ({ rule }: { rule: string }) => ({ title: ja[0], detail: rule === '' ? ja[1] : `${ja[1]}(${rule})` }),
    en: ({ rule }: { rule: string }) => ({ title: en[0], detail: rule === '' ? en[1] : `${en[1]} (${rule})` }),
  };
}
