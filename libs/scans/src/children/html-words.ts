const UNSEEN = /<(script|style|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;
const LINE_END = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/table|\/blockquote)\b[^>]*>/giu;
const TAG = /<\/?[a-z!?][^>]*>/giu;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  yen: '¥',
};
const MAX_CODE = 0x10ffff;

/** The words of an HTML body. What comes out is plain text and never becomes HTML again. */
export function htmlWords(html: string): string {
  return html
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\t\r\n ]+/gu, ' ')
    .replaceAll(LINE_END, '\n')
    .replaceAll(TAG, '')
    .replaceAll(/&(#?\w{1,8});/gu, characterOf)
    .replaceAll(/ *\n */gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/** What an entity stands for; left as it is when nobody knows it. */
function characterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= MAX_CODE ? String.fromCodePoint(code) : '';
}
