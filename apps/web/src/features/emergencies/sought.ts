/** What the search is asked, to find what an emergency reading opens: a unit by its field, a matter by its number. */
export const soughtOf = ({ unitName, numbers }: { unitName: string | null; numbers: readonly string[] }): string =>
  unitName === null ? (numbers[0] ?? '') : `所属:${unitName}`;
