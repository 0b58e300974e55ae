/** Entries of one `beginbfchar` block, at most (Adobe Technical Note 5014). */
const BLOCK = 100;

/** UTF-16BE in hexadecimal, as PDF wants it; lone surrogates become U+FFFD. */
export function utf16Hex(text: string): string {
  const whole = text.toWellFormed();
  return Array.from({ length: whole.length }, (_, index) => hex4(whole.charCodeAt(index))).join('');
}

export const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** The ToUnicode map of a font: code to text, so that words can be searched and copied. */
export function toUnicodeMap(texts: ReadonlyMap<number, string>): string {
  const entries = [...texts].sort(([a], [b]) => a - b).map(([code, text]) => `<${hex4(code)}> <${utf16Hex(text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
  ].join('\n');
}
