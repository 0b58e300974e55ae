/** Marks of the levels of a public document (公用文), from the outside in: 1, (1), ア, (ア). */
const KANA = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'];
const kana = (n: number): string => KANA[n - 1] ?? String(n);
const MARKS: readonly ((n: number) => string)[] = [(n) => String(n), (n) => `(${n})`, kana, (n) => `(${kana(n)})`];

/** As people write the marks: full width too, with a stop or a space behind. */
const READ: readonly RegExp[] = [
  /^[0-9０-９]{1,3}(?:[.．、]\s*|[\s　]+)/u,
  /^[(（][0-9０-９]{1,3}[)）][\s　]*/u,
  /^[ア-ン][\s　]+/u,
  /^[(（][ア-ン][)）][\s　]*/u,
];

interface Line {
  readonly level: number;
  readonly text: string;
}

/** A line is as deep as its mark, or as it is indented where that is deeper: two half-width spaces or a tab are one step. */
function readLine(line: string): Line {
  const [indent = ''] = /^[\s　]*/u.exec(line) ?? [];
  const steps = [...indent].reduce((sum, space) => sum + (space === ' ' ? 0.5 : 1), 0);
  const rest = line.slice(indent.length);
  const marked = READ.findIndex((mark) => mark.test(rest));
  const text = marked < 0 ? rest : rest.replace(READ[marked] ?? '', '');
  return { level: Math.min(Math.max(Math.floor(steps), marked), MARKS.length - 1), text };
}

/** 記 and 以上 stand alone and bear no number. */
const isFrame = (line: string): boolean => /^[\s　]*(?:記|以[\s　]*上)[\s　]*$/u.test(line);

/**
 * Numbers paragraphs (項) as 1, (1), ア, (ア) by their depth, one line a paragraph; what is numbered already is numbered anew.
 * With a line 記, only what follows it. Empty lines stay.
 */
export function numberParagraphs(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /^[\s　]*記[\s　]*$/u.test(line)) + 1;
  const counts: number[] = [];
  let above = -1;
  return lines
    .map((line, index) => {
      if (index < from || line.trim() === '' || isFrame(line)) return line;
      const read = readLine(line);
      const level = Math.min(read.level, above + 1);
      above = level;
      counts.length = level + 1;
      counts[level] = (counts[level] ?? 0) + 1;
      return `${'　'.repeat(level)}${MARKS[level]?.(counts[level] ?? 1) ?? ''}　${read.text}`;
    })
    .join('\n');
}
