/** 職員番号 of a list: the first column of each line of a CSV, headings left out. */
export function staffNosIn(text: string): string[] {
  const numbers = text
    .split(/\r?\n/)
    .map((line) => (line.split(/[,\t]/)[0] ?? '').replace(/^"|"$/g, '').normalize('NFKC').trim())
    .filter((number) => /^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(number) && number !== 'staff_no');
  return [...new Set(numbers)];
}
