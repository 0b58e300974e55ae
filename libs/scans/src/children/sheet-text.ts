import { walkXml } from './xml-walk';

/** 共有文字列: the words that the cells of a workbook point at, without readings. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inWords = false;
  let reading = false;
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') inWords = true;
      if (name === 'rPh') reading = true;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      if (name === 't') inWords = false;
      if (name === 'rPh') reading = false;
    },
    text: (words) => {
      if (inWords && !reading) text += words;
    },
  });
  return strings;
}

/** What the cells of a sheet say, row by row, cells apart by tabs. Formulas are told by their results. */
export function sheetText(xml: string, strings: readonly string[]): string {
  const lines: string[] = [];
  let row: string[] = [];
  let kind = '';
  let value = '';
  let inValue = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') row = [];
      if (name === 'c') [kind, value] = [attributes.t ?? 'n', ''];
      inValue = name === 'v' || name === 't';
    },
    close(name) {
      inValue = false;
      if (name === 'c' && value !== '') row.push(kind === 's' ? (strings[Number(value)] ?? '') : value);
      if (name === 'row' && row.length > 0) lines.push(row.join('\t'));
    },
    text: (words) => {
      if (inValue) value += words;
    },
  });
  return lines.join('\n');
}
