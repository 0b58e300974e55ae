/** Text of a file that a spreadsheet has saved: UTF-8, or what Excel calls CSV (Shift_JIS). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
