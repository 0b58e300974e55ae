import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { htmlWords } from './html-words';

/** Parts within parts, and mails within mails, of an honest mail. */
const LIMITS = { maxNestingDepth: 30, maxRfc822NestingDepth: 3, maxHeadersSize: 1024 * 1024, rfc822Attachments: true };
const MAX_ENCLOSED = 200;
const JAPAN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'medium' });
const RULE = '─'.repeat(40);

/** Finds the words of a file that came in a mail; none where it cannot be read. */
export type WordsOf = (bytes: Buffer, attachment: Pick<Attachment, 'filename' | 'mimeType'>) => Promise<string>;

/**
 * A mail as plain text: headers, body, list of attachments, then the words of each attachment on pages of its own. Nothing it
 * links to is fetched, and pictures are only named.
 */
export async function mailSheet(bytes: Buffer, wordsOf: WordsOf): Promise<string> {
  const mail = await PostalMime.parse(bytes, LIMITS);
  const attachments = mail.attachments.slice(0, MAX_ENCLOSED);
  const list = attachments.map((attachment, index) => `${index + 1}. ${nameOf(attachment)}（${sizeOf(attachment)}）`);
  const left = mail.attachments.length - attachments.length;
  const cover = [
    ...headersOf(mail),
    RULE,
    bodyOf(mail),
    ...(list.length > 0 ? [RULE, '添付ファイル (Attachments)', ...list] : []),
  ];
  if (left > 0) cover.push(`ほか ${left} 件 (${left} more)`);
  const sheets = [cover.join('\n')];
  for (const [index, attachment] of attachments.entries()) {
    const words = (await wordsOf(contentOf(attachment), attachment)).trim();
    if (words !== '') sheets.push(`添付 ${index + 1}: ${nameOf(attachment)}\n${RULE}\n${words}`);
  }
  return sheets.join('\f');
}

/** 見出し: who wrote what to whom and when, in both languages, as one sheet serves everybody. */
function headersOf(mail: Email): string[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['件名 (Subject)', mail.subject],
    ['差出人 (From)', mail.from && addresses([mail.from])],
    ['宛先 (To)', mail.to && addresses(mail.to)],
    ['写し (Cc)', mail.cc && addresses(mail.cc)],
    ['返信先 (Reply-To)', mail.replyTo && addresses(mail.replyTo)],
    ['日時 (Date)', mail.date && whenIn(mail.date)],
    ['識別子 (Message-ID)', mail.messageId],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value.replaceAll(/\s+/gu, ' ')}`] : []));
}

const addresses = (all: readonly Address[]): string => all.map(oneAddress).join(', ');

function oneAddress({ name, address, group }: Address): string {
  if (group) return `${name}: ${addresses(group)}`;
  return name === '' ? address : `${name} <${address}>`;
}

function whenIn(date: string): string {
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? date : `${JAPAN.format(time)} (JST)`;
}

function bodyOf({ text, html }: Email): string {
  return (text?.trim() ? text : htmlWords(html ?? '')).replaceAll('\f', '\n').trim();
}

const nameOf = ({ filename, mimeType }: Attachment): string => filename ?? mimeType;

const sizeOf = (attachment: Attachment): string => `${contentOf(attachment).length.toLocaleString('en')} bytes`;

const contentOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
