/** The columns by which a list is known. */
const COLUMNS = {
  orgUnits: ['code', 'name', 'kind', 'parent_code', 'succeeds'],
  functions: ['code', 'name', 'org_unit_code', 'valid_from'],
  posts: ['code', 'title', 'org_unit_code', 'rank', 'headship'],
  people: ['staff_no', 'name', 'kana', 'login'],
  assignments: ['staff_no', 'post_code', 'kind'],
  roles: ['staff_no', 'role', 'org_unit_code'],
  actingOrders: ['post_code', 'order', 'acting_post_code', 'mode'],
} as const;
export type ListName = keyof typeof COLUMNS;
export const listNames = Object.keys(COLUMNS) as readonly ListName[];
/** 人事異動 consists of these alone. */
export const transferLists = ['people', 'assignments'] as const;

/** `org_units.csv` */
export const fileOf = (name: ListName): string =>
  `${name.replace(/[A-Z]/u, (letter) => `_${letter.toLowerCase()}`)}.csv`;

/** Which list it is, by its head; null: none of them. */
export function nameOf(text: string): ListName | null {
  const head = (text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.trim());
  return listNames.find((name) => COLUMNS[name].every((column) => head.includes(column))) ?? null;
}
