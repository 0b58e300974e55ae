import { type ProblemTable, refusals } from '@fubako/kernel';
import type { FileNameFault } from './core/file-name';
import type { BrokenReason } from './core/findings';
import { type SendingErrors, sendingProblems } from './sending-words';
import { brokenWords, contentWords, fileNameWords, megabytes } from './problem-words';

export interface ScansErrors extends SendingErrors {
  'scans.length-required': Record<string, never>;
  'scans.too-large': { bytes: number; maxBytes: number };
  'scans.empty-file': Record<string, never>;
  'scans.interrupted': { expectedBytes: number };
  'scans.bad-file-name': { fault: FileNameFault };
  'scans.type-not-allowed': { extension: string; allowed: readonly string[] };
  'scans.type-mismatch': { extension: string; actual: string };
  'scans.broken-file': { reason: BrokenReason };
  'scans.infected': { found: string };
  'scans.scan-waiting': Record<string, never>;
  'scans.unknown-upload': { uploadId: string };
  'scans.upload-used': { uploadId: string };
  'scans.being-removed': Record<string, never>;
  'scans.quota-exceeded': { bytes: number; freeBytes: number; quotaBytes: number };
  'scans.not-administrator': Record<string, never>;
  'scans.not-kept': Record<string, never>;
  'scans.unknown-object': { sha256: string };
  'scans.rendition-pending': Record<string, never>;
  'scans.no-rendition': { detail: string };
  'scans.no-thumbnail': { page: number };
  'scans.nothing-recognised': { page: number };
  'scans.not-yours-to-correct': Record<string, never>;
  'scans.corrected-meanwhile': { name: string };
  'scans.empty-correction': Record<string, never>;
}

export const refuse = refusals<ScansErrors>();

export const scansProblems: ProblemTable<ScansErrors> = {
  ...sendingProblems,
  'scans.length-required': {
    status: 411,
    ja: () => ({
      title: 'ファイルの大きさが分かりません',
      detail: 'Content-Length を付けて送ってください。画面から送っている場合は、開き直してもう一度お試しください。',
    }),
    en: () => ({
      title: 'Length missing',
      detail: 'Send the file with a Content-Length. From the screen: reload it and try again.',
    }),
  },
  'scans.too-large': {
    status: 413,
    ja: ({ bytes, maxBytes }) => ({
      title: 'ファイルが大きすぎます',
      detail: `一つのファイルは${megabytes(maxBytes)}MBまでです(このファイルは約${megabytes(bytes)}MB)。分けるか、スキャンの解像度を下げてください。`,
    }),
    en: ({ bytes, maxBytes }) => ({
      title: 'The file is too large',
      detail: `One file may have at most ${megabytes(maxBytes)} MB (this one has about ${megabytes(bytes)} MB). Split it, or scan at a lower resolution.`,
    }),
  },
  'scans.empty-file': {
    status: 422,
    ja: () => ({
      title: '空のファイルです',
      detail: '中身が0バイトです。元のファイルを開けるか確かめて、選び直してください。',
    }),
    en: () => ({
      title: 'The file is empty',
      detail: 'It has no bytes. See whether the original opens, and choose it again.',
    }),
  },
  'scans.interrupted': {
    status: 400,
    ja: () => ({ title: '送信が途中で切れました', detail: '何も保存されていません。もう一度送ってください。' }),
    en: () => ({ title: 'The transfer broke off', detail: 'Nothing was kept. Send it again.' }),
  },
  'scans.bad-file-name': {
    status: 422,
    ja: ({ fault }) => ({ title: 'ファイル名を直してください', detail: fileNameWords(fault).ja }),
    en: ({ fault }) => ({ title: 'Change the file name', detail: fileNameWords(fault).en }),
  },
  'scans.type-not-allowed': {
    status: 422,
    ja: ({ extension, allowed }) => ({
      title: '添付できない種類のファイルです',
      detail: `${extension ? `「.${extension}」` : '拡張子のないファイル'}は添付できません。添付できるのは ${allowed.join('、')} です。PDF にしてから添付してください。`,
    }),
    en: ({ extension, allowed }) => ({
      title: 'This kind of file cannot be attached',
      detail: `${extension ? `.${extension} files` : 'Files without an extension'} cannot be attached. Allowed are ${allowed.join(', ')}. Make a PDF of it first.`,
    }),
  },
  'scans.type-mismatch': {
    status: 422,
    ja: ({ extension, actual }) => ({
      title: 'ファイル名と中身が合いません',
      detail: `名前は「.${extension}」ですが、中身は${contentWords(actual).ja}です。正しいファイルか確かめ、元のソフトで保存し直してください。`,
    }),
    en: ({ extension, actual }) => ({
      title: 'Name and content do not agree',
      detail: `The name says .${extension}, but the content is ${contentWords(actual).en}. Make sure it is the right file and save it again from its program.`,
    }),
  },
  'scans.broken-file': {
    status: 422,
    ja: ({ reason }) => ({ title: 'このファイルは受け付けられません', detail: brokenWords(reason).ja }),
    en: ({ reason }) => ({ title: 'This file cannot be taken', detail: brokenWords(reason).en }),
  },
  'scans.infected': {
    status: 422,
    ja: ({ found }) => ({
      title: 'ウイルスが見つかりました',
      detail: `ウイルス検査で「${found}」が見つかったため、受け付けていません。何も保管していません。開かずに、情報システムの担当へ連絡してください。`,
    }),
    en: ({ found }) => ({
      title: 'A virus was found',
      detail: `The virus scanner found "${found}", so nothing was kept. Do not open the file, and tell the staff in charge of information systems.`,
    }),
  },
  'scans.scan-waiting': {
    status: 503,
    ja: () => ({
      title: '検査待ちです',
      detail:
        'ファイルは届いていますが、ウイルス検査が応答しないため、まだ受け付けていません。検査は1分ごとに自動でやり直します。済むと「途中までの送信」から添付できます。続くときは、システム管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Waiting for the virus scanner',
      detail:
        'The file is here, but the virus scanner does not answer, so it is not taken in yet. The scanner is asked again every minute. Once it has answered, attach the file from "Sent in part"; if this goes on, tell the system administrator.',
    }),
  },
  'scans.unknown-upload': {
    status: 404,
    ja: () => ({ title: '送信したファイルが見つかりません', detail: 'ファイルをもう一度選んで送ってください。' }),
    en: () => ({ title: 'The uploaded file was not found', detail: 'Choose the file and send it again.' }),
  },
  'scans.upload-used': {
    status: 409,
    ja: () => ({
      title: 'このファイルは添付済みです',
      detail: '画面を開き直して、添付の一覧を確かめてください。別の文書にも付けるときは、もう一度送ってください。',
    }),
    en: () => ({
      title: 'The file is already attached',
      detail: 'Reload the page and look at the attachments. To attach it elsewhere as well, send it again.',
    }),
  },
  'scans.being-removed': {
    status: 503,
    ja: () => ({
      title: '受け入れられませんでした',
      detail: '同じ内容のファイルが、ちょうど廃棄の処理中です。1分ほど待ってから、もう一度送ってください。',
    }),
    en: () => ({
      title: 'Not taken in',
      detail: 'A file of the same content is being disposed of at this moment. Wait a minute and send it again.',
    }),
  },
  'scans.quota-exceeded': {
    status: 507,
    ja: ({ bytes, freeBytes, quotaBytes }) => ({
      title: '保管できる容量を超えます',
      detail: `保管庫の上限は${megabytes(quotaBytes)}MBで、残りは約${megabytes(freeBytes)}MBです(このファイルは約${megabytes(bytes)}MB)。何も保管していません。システム管理者に、上限を上げるか不要な文書を廃棄するよう相談してください。`,
    }),
    en: ({ bytes, freeBytes, quotaBytes }) => ({
      title: 'No room left',
      detail: `The store may hold ${megabytes(quotaBytes)} MB, and about ${megabytes(freeBytes)} MB are left (this file has about ${megabytes(bytes)} MB). Nothing was kept. Ask the system administrator to raise the limit, or to dispose of what is no longer needed.`,
    }),
  },
  'scans.not-administrator': {
    status: 403,
    ja: () => ({
      title: '保管庫の状況は見られません',
      detail: 'システム管理者と監査担当だけが見られます。必要なときは、システム管理者に尋ねてください。',
    }),
    en: () => ({
      title: 'Not yours to see',
      detail: 'Only system administrators and auditors see the state of the store. Ask a system administrator.',
    }),
  },
  'scans.not-kept': {
    status: 503,
    ja: () => ({
      title: '受け入れられませんでした',
      detail:
        '保管庫に書いた内容が、送られたものと一致しませんでした。何も保管していません。もう一度送ってください。繰り返すときは、システム管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Not taken in',
      detail:
        'What the store wrote differs from what was sent, so nothing was kept. Send it again. If it happens again, tell the system administrator.',
    }),
  },
  'scans.unknown-object': {
    status: 404,
    ja: () => ({
      title: 'ファイルが登録されていません',
      detail: 'このファイルは文書箱に登録されていません。画面を開き直してください。',
    }),
    en: () => ({ title: 'No such file', detail: 'This file is not registered. Reload the page.' }),
  },
  'scans.rendition-pending': {
    status: 409,
    ja: () => ({
      title: '表示の準備中です',
      detail: '表示用のPDFを作っています。少し待ってから開いてください。元のファイルは今でも取り出せます。',
    }),
    en: () => ({
      title: 'Being prepared',
      detail: 'The PDF for viewing is being made. Wait a moment; the original can be downloaded now.',
    }),
  },
  'scans.no-rendition': {
    status: 404,
    ja: () => ({
      title: '画面では表示できません',
      detail: 'このファイルからは表示用のPDFを作れませんでした。元のファイルを取り出して開いてください。',
    }),
    en: () => ({
      title: 'Cannot be shown here',
      detail: 'No PDF for viewing could be made of this file. Download the original and open it.',
    }),
  },
  'scans.no-thumbnail': {
    status: 404,
    ja: ({ page }) => ({
      title: '縮小画像がありません',
      detail: `${page}ページの縮小画像は、まだ作られていないか、作れませんでした。ページそのものは開いて読めます。`,
    }),
    en: ({ page }) => ({
      title: 'No thumbnail',
      detail: `There is no thumbnail of page ${page} yet, or none could be made. The page itself can be opened and read.`,
    }),
  },
  'scans.nothing-recognised': {
    status: 404,
    ja: ({ page }) => ({
      title: '認識した文字がありません',
      detail: `${page}ページには、画像から認識した文字がありません。ファイルが自分で持つ文字は訂正できません。`,
    }),
    en: ({ page }) => ({
      title: 'Nothing was recognised here',
      detail: `Page ${page} has no recognised text. Text that the file carries by itself cannot be corrected.`,
    }),
  },
  'scans.not-yours-to-correct': {
    status: 403,
    ja: () => ({
      title: '文字を訂正できません',
      detail: '訂正できるのは、この文書の担当者と文書主任、文書主管課です。誤りはその人たちに知らせてください。',
    }),
    en: () => ({
      title: 'The text is not yours to correct',
      detail:
        'Those in charge of it, the records clerk of the section and the records office can. Tell them of the fault.',
    }),
  },
  'scans.corrected-meanwhile': {
    status: 409,
    ja: ({ name }) => ({
      title: '先に訂正されています',
      detail: `${name}さんがこのページの文字を先に訂正しました。開き直して、いまの文字から訂正してください。`,
    }),
    en: ({ name }) => ({
      title: 'Corrected meanwhile',
      detail: `${name} has corrected this page before you. Open it again and correct the text as it is now.`,
    }),
  },
  'scans.empty-correction': {
    status: 422,
    ja: () => ({
      title: '文字がありません',
      detail: 'ページの文字をすべて消すことはできません。正しい文字を入れてください。',
    }),
    en: () => ({ title: 'No text', detail: 'The text of a page cannot be emptied. Type what stands on it.' }),
  },
};
