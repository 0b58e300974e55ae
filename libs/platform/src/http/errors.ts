import { type FieldFault, type ProblemTable, refusals } from '@fubako/kernel';

export interface RequestErrors {
  'request.invalid': { errors: readonly FieldFault[] };
  'request.malformed': Record<string, never>;
  'request.not-found': Record<string, never>;
  'request.method-not-allowed': Record<string, never>;
  'request.too-large': { limitBytes: number };
  'request.unsupported-media-type': Record<string, never>;
  'request.idempotency-key-missing': Record<string, never>;
  'request.idempotency-key-reused': Record<string, never>;
  'request.in-progress': Record<string, never>;
  'request.precondition-missing': Record<string, never>;
  'request.bad-cursor': Record<string, never>;
  'request.outcome-unknown': Record<string, never>;
  'request.refused-by-guard': Record<string, never>;
  'request.unknown-host': Record<string, never>;
  'request.town-unavailable': Record<string, never>;
  'field.invalid': { expectation?: string };
  'field.unknown': { property?: string };
  'field.text-fault': { fault?: string };
  'field.too-long': { max?: number };
  'field.required': Record<string, never>;
}

export const refuse = refusals<RequestErrors>();

const TEXT_FAULTS: Record<string, { ja: string; en: string }> = {
  'control-character': {
    ja: '画面に表示できない制御文字が含まれています。文字を打ち直してください。',
    en: 'It contains control characters. Type the text again.',
  },
  'broken-surrogate': {
    ja: '壊れた文字が含まれています。該当の文字を打ち直してください。',
    en: 'It contains a broken character. Type that character again.',
  },
  noncharacter: {
    ja: '文字として使えないコードが含まれています。該当の文字を打ち直してください。',
    en: 'It contains a code that is no character. Type that character again.',
  },
  'bidi-control': {
    ja: '文字の向きを変える見えない記号が含まれています。取り除いてください。',
    en: 'It contains invisible direction marks. Remove them.',
  },
  'stacked-marks': {
    ja: '1文字に記号が重なりすぎています。打ち直してください。',
    en: 'One character carries too many marks. Type it again.',
  },
};

export const requestProblems: ProblemTable<RequestErrors> = {
  'request.invalid': {
    status: 422,
    ja: ({ errors }) => ({
      title: '入力を確認してください',
      detail: `${errors.length}か所を直してから、もう一度送ってください。入力した内容は消えません。`,
    }),
    en: ({ errors }) => ({
      title: 'Check your input',
      detail: `Correct ${errors.length} place(s) and send it again. What you typed is not lost.`,
    }),
  },
  'request.unknown-host': {
    status: 421,
    ja: () => ({
      title: 'このアドレスの市町村はありません',
      detail: 'ブラウザーに入力したアドレスを確かめ、自分の市町村の案内にあるアドレスを開いてください。',
    }),
    en: () => ({
      title: 'No municipality has this address',
      detail: 'Check the address in your browser, and open the one that your municipality gave you.',
    }),
  },
  'request.town-unavailable': {
    status: 503,
    ja: () => ({
      title: 'ただいま利用できません',
      detail: '準備中か、データベースにつながりません。数分後に開き直し、続くときは管理者へ連絡してください。',
    }),
    en: () => ({
      title: 'Not available now',
      detail:
        'It is being started, or its database cannot be reached. Try again in a few minutes; if it persists tell the administrator.',
    }),
  },
  'request.malformed': {
    status: 400,
    ja: () => ({
      title: '読み取れない要求です',
      detail: '送られた内容の形式が正しくありません。画面を開き直してやり直してください。',
    }),
    en: () => ({
      title: 'Unreadable request',
      detail: 'The request is not well-formed. Reload the page and try again.',
    }),
  },
  'request.not-found': {
    status: 404,
    ja: () => ({
      title: '見つかりません',
      detail: 'この場所には何もないか、閲覧できる範囲にありません。番号や宛先を確かめてください。',
    }),
    en: () => ({
      title: 'Not found',
      detail: 'Nothing is here, or nothing that you may see. Check the number or address.',
    }),
  },
  'request.method-not-allowed': {
    status: 405,
    ja: () => ({ title: 'この操作はできません', detail: 'この場所ではその操作を受け付けていません。' }),
    en: () => ({ title: 'Not possible here', detail: 'This address does not take that method.' }),
  },
  'request.refused-by-guard': {
    status: 409,
    ja: () => ({
      title: 'データベースが拒みました',
      detail:
        '保存している記録を、廃棄保留や保存期間に反して変える・消す操作は受け付けません。何も変わっていません。試みたことは記録に残りました。必要な操作であれば、文書主管課に相談してください。',
    }),
    en: () => ({
      title: 'The database refused it',
      detail:
        'What is kept is not altered or destroyed against a hold or its retention. Nothing was changed, and the attempt is on record. Ask the records office if it has to be done.',
    }),
  },
  'request.too-large': {
    status: 413,
    ja: ({ limitBytes }) => ({
      title: '送信が大きすぎます',
      detail: `一度に送れるのは${Math.floor(limitBytes / 1024)}KBまでです。分けて送ってください。`,
    }),
    en: ({ limitBytes }) => ({
      title: 'Too large',
      detail: `At most ${Math.floor(limitBytes / 1024)} KB can be sent at once. Split it.`,
    }),
  },
  'request.unsupported-media-type': {
    status: 415,
    ja: () => ({ title: '受け付けない形式です', detail: 'JSON で送ってください(添付は application/octet-stream)。' }),
    en: () => ({ title: 'Unsupported format', detail: 'Send JSON (attachments: application/octet-stream).' }),
  },
  'request.idempotency-key-missing': {
    status: 400,
    ja: () => ({ title: '要求の番号がありません', detail: '書き込みには Idempotency-Key(16〜128文字)が要ります。' }),
    en: () => ({
      title: 'Idempotency-Key missing',
      detail: 'Writes need an Idempotency-Key header of 16 to 128 characters.',
    }),
  },
  'request.idempotency-key-reused': {
    status: 422,
    ja: () => ({
      title: '同じ番号で別の内容が送られました',
      detail: '前の要求と内容が違います。画面を開き直し、状態を確かめてからやり直してください。',
    }),
    en: () => ({
      title: 'Key used for another request',
      detail: 'This Idempotency-Key was used with other content. Reload, look at the state, then try again.',
    }),
  },
  'request.in-progress': {
    status: 409,
    ja: () => ({
      title: '同じ要求を処理中です',
      detail: '先に送られた同じ要求がまだ終わっていません。少し待ってから同じ番号で確かめてください。',
    }),
    en: () => ({
      title: 'Still being worked on',
      detail: 'The same request is still running. Wait a moment and ask again with the same key.',
    }),
  },
  'request.precondition-missing': {
    status: 428,
    ja: () => ({ title: '版の指定がありません', detail: '変更には If-Match(見ていた版)が要ります。' }),
    en: () => ({ title: 'If-Match missing', detail: 'Changes need If-Match with the version that you saw.' }),
  },
  'request.bad-cursor': {
    status: 400,
    ja: () => ({ title: '続きの位置が正しくありません', detail: '一覧を最初から開き直してください。' }),
    en: () => ({ title: 'Bad cursor', detail: 'Open the list from its beginning again.' }),
  },
  'request.outcome-unknown': {
    status: 503,
    ja: () => ({
      title: '結果を確認できません',
      detail: '接続が切れ、処理が済んだか分かりません。同じ番号でもう一度送れば、二重にはならず結果が返ります。',
    }),
    en: () => ({
      title: 'Outcome unknown',
      detail:
        'The connection broke and the outcome is unknown. Send it again with the same key: it will not be done twice.',
    }),
  },
  'field.invalid': {
    status: 422,
    ja: ({ expectation }) => ({
      title: '値が正しくありません',
      detail: expectation ? `値が正しくありません(${expectation})。` : '値が正しくありません。',
    }),
    en: ({ expectation }) => ({
      title: 'Invalid value',
      detail: expectation ? `Invalid value (${expectation}).` : 'Invalid value.',
    }),
  },
  'field.unknown': {
    status: 422,
    ja: ({ property }) => ({ title: '知らない項目です', detail: `「${property ?? ''}」という項目はありません。` }),
    en: ({ property }) => ({ title: 'Unknown field', detail: `There is no field called ${property ?? ''}.` }),
  },
  'field.text-fault': {
    status: 422,
    ja: ({ fault }) => ({
      title: '使えない文字があります',
      detail: TEXT_FAULTS[fault ?? '']?.ja ?? '使えない文字が含まれています。',
    }),
    en: ({ fault }) => ({
      title: 'Unusable characters',
      detail: TEXT_FAULTS[fault ?? '']?.en ?? 'It contains unusable characters.',
    }),
  },
  'field.too-long': {
    status: 422,
    ja: ({ max }) => ({ title: '長すぎます', detail: `${max ?? 0}文字以内で入力してください。` }),
    en: ({ max }) => ({ title: 'Too long', detail: `At most ${max ?? 0} characters.` }),
  },
  'field.required': {
    status: 422,
    ja: () => ({ title: '必須項目です', detail: '入力してください。' }),
    en: () => ({ title: 'Required', detail: 'Fill this in.' }),
  },
};
