/** One choice of many. */
export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Reading in hiragana, if the form says it. */
  readonly reading?: string | undefined;
}

/** Widths, case, and kind of kana make no difference to what is looked for. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** The choices in which every word stands, by label or reading, in their order. */
export function fittingOptions<O extends Option<string>>(options: readonly O[], typed: string): readonly O[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  return options.filter(({ label, reading = '' }) => {
    const text = plain(`${label} ${reading}`);
    return words.every((word) => text.includes(word));
  });
}
