/** Text with the ranges a search hit; ranges count UTF-16 units, end exclusive, in ascending order. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly number[])[] }) {
  const parts: { at: number; text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [start = -1, end = -1] of marks) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push({ at, text: text.slice(at, start), hit: false }, { at: start, text: text.slice(start, end), hit: true });
    at = end;
  }
  parts.push({ at, text: text.slice(at), hit: false });
  return parts.map((part) =>
    part.hit ? (
      <mark key={`${part.at}h`} className="bg-yellow-200 text-inherit">
        {part.text}
      </mark>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  );
}
