import { type TextFault } from '@fubako/kernel';
import type { FileNameFault } from './core/file-name';
import type { BrokenReason } from './core/findings';

interface Words {
  readonly ja: string;
  readonly en: string;
}

const UNUSABLE: Words = {
  ja: 'ファイル名に、見えない文字や使えない文字が含まれています。名前を打ち直してから送ってください。',
  en: 'The file name contains invisible or unusable characters. Type the name again, then send the file.',
};

const FILE_NAMES: Readonly<Record<Exclude<FileNameFault, TextFault>, Words>> = {
  missing: {
    ja: 'ファイル名がありません。名前を付けてから送ってください。',
    en: 'The file has no name. Give it one and send it again.',
  },
  undecodable: {
    ja: 'ファイル名を読み取れません。画面を開き直してもう一度送ってください。',
    en: 'The file name cannot be read. Reload the page and send the file again.',
  },
  'path-separator': {
    ja: 'ファイル名に「/」や「\\」は使えません。名前を変えてから送ってください。',
    en: 'A file name cannot contain "/" or "\\". Rename the file and send it again.',
  },
  'dots-only': {
    ja: '点だけの名前は使えません。名前を変えてから送ってください。',
    en: 'A name of dots alone cannot be used. Rename the file and send it again.',
  },
  reserved: {
    ja: 'この名前は Windows が機器の名前として使うため、保存できません(CON、NUL、COM1 など)。名前を変えてから送ってください。',
    en: 'Windows keeps this name for a device (CON, NUL, COM1 …), so the file could not be saved. Rename it and send it again.',
  },
  'too-long': {
    ja: 'ファイル名が長すぎます。短くしてから送ってください(漢字で80字ほどまで)。',
    en: 'The file name is too long. Shorten it and send the file again.',
  },
};

export function fileNameWords(fault: FileNameFault): Words {
  return fault in FILE_NAMES ? FILE_NAMES[fault as keyof typeof FILE_NAMES] : UNUSABLE;
}

const BROKEN: Readonly<Record<BrokenReason, Words>> = {
  encrypted: {
    ja: 'パスワードがかかっているか、古い形式です。三十年後にも開けるよう、パスワードを外し、現在の形式で保存し直してから添付してください。',
    en: 'It is protected by a password or in an old format. It must open in thirty years: remove the password, save it in the current format, and attach that.',
  },
  'cut-off': {
    ja: 'ファイルが途中で切れています。元のファイルを開けるか確かめ、コピーまたはスキャンをやり直してください。',
    en: 'The file is cut off. See whether the original opens, then copy or scan it again.',
  },
  unreadable: {
    ja: 'ファイルが壊れていて開けません。元のソフトで開けるか確かめ、保存し直してから添付してください。',
    en: 'The file is damaged and does not open. See whether its program opens it, save it again, and attach that.',
  },
  'no-pages': { ja: 'ページが一つもありません。スキャンをやり直してください。', en: 'It has no pages. Scan it again.' },
  'too-many-entries': {
    ja: '中に含まれる部品が多すぎます。PDF にしてから添付してください。',
    en: 'It is made of too many parts. Make a PDF of it and attach that.',
  },
  'unpacks-too-large': {
    ja: '開くと極端に大きくなるため、安全のため受け付けられません。PDF にしてから添付してください。',
    en: 'It unpacks to an extreme size and is refused for safety. Make a PDF of it and attach that.',
  },
  'nested-too-deep': {
    ja: '文書の中の文書に、さらに文書が埋め込まれているため、安全のため受け付けられません。埋め込まれた文書を外すか、PDF にしてください。',
    en: 'It embeds documents that embed documents and is refused for safety. Take them out, or make a PDF of it.',
  },
  'unsafe-entry': {
    ja: '外を指す部品や、開くソフトによって中身が変わる部品が含まれているため、安全のため受け付けられません。元のソフトで保存し直すか、PDF にしてください。',
    en: 'It contains parts that point outside, or that each program reads differently, and is refused for safety. Save it again from its program, or make a PDF.',
  },
  'too-many-pixels': {
    ja: '画像が大きすぎます(1億画素まで)。解像度を下げてスキャンし直してください。',
    en: 'The image is too large (100 megapixels at most). Scan it at a lower resolution.',
  },
  'not-inspectable': {
    ja: '決められた時間と大きさの中で中身を調べられませんでした。もう一度送り、続くときは PDF に作り直してください。',
    en: 'Its content could not be checked within the limits of time and size. Send it again; if that fails too, make a new PDF of it.',
  },
};

export function brokenWords(reason: BrokenReason): Words {
  return BROKEN[reason];
}

const CONTENTS: Readonly<Record<string, Words>> = {
  exe: { ja: '実行ファイル(.exe)', en: 'a program (.exe)' },
  elf: { ja: '実行ファイル', en: 'a program' },
  macho: { ja: '実行ファイル', en: 'a program' },
  lnk: { ja: 'ショートカット', en: 'a shortcut' },
  zip: { ja: 'ZIP書庫', en: 'a ZIP archive' },
  cfb: { ja: '古い形式の Office 文書など', en: 'an old Office document or the like' },
  text: { ja: '文字だけのデータ', en: 'plain text' },
  unknown: { ja: '種類の分からないデータ', en: 'data of an unknown kind' },
};

/** What the content really is, for people: `実行ファイル(.exe)`. */
export function contentWords(content: string): Words {
  return CONTENTS[content] ?? { ja: `${content.toUpperCase()} 形式`, en: `${content.toUpperCase()} data` };
}

export function megabytes(bytes: number): number {
  return Math.round((bytes / (1024 * 1024)) * 10) / 10;
}
