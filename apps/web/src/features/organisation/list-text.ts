/** The columns by which a list is known. */
const COLUMNS = {
  people: ['staff_no', 'name', 'kana', 'login'],
  assignments: ['staff_no', 'post_code', 'kind'],
} as const;
export type ListName = keyof typeof COLUMNS;

/** Which list it is, by its head; null: none of them. */
export function nameOf(text: string): ListName | null {
  const head = (text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.trim());
  const names = Object.keys(COLUMNS) as ListName[];
  return names.find((name) => COLUMNS[name].every((column) => head.includes(column))) ?? null;
}
