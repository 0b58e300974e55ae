/** Pages of raw text as they may be stored: no NUL, no broken surrogates, one kind of line end; empty pages are left out (SCN-11). */
export function storablePages(raw: readonly string[]): { readonly page: number; readonly text: string }[] {
  return raw.map((text, index) => ({ page: index + 1, text: storableText(text) })).filter(({ text }) => text !== '');
}

/** No NUL, no broken surrogates, one kind of line end. */
export function storableText(raw: string): string {
  return raw.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').toWellFormed().trim();
}
