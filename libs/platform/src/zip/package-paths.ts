const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
const LONGEST = 80;

/** A name that every file system takes: no separators, no dots at the ends, not too long; the ending stays. */
export function safeName(text: string): string {
  const cleaned = text.replace(FORBIDDEN, '_').replace(/^[\s.]+|[\s.]+$/gu, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(cleaned)?.[0] ?? '';
  const characters = Array.from(cleaned.slice(0, cleaned.length - ending.length));
  return (characters.slice(0, LONGEST).join('').trim() || '_') + ending;
}

/** Folder of the n-th document (from 1) of a package; the number keeps equal titles apart. */
export function folderOf(
  n: number,
  { number, title }: { readonly number: string | null; readonly title: string },
): string {
  return `${String(n).padStart(4, '0')}_${safeName(number === null ? title : `${number}_${title}`)}`;
}
