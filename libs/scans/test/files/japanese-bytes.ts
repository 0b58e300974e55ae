/** Bytes of Japanese text in the encodings of old office files; Node can read these but not write them. */
export function encoded(text: string, encoding: 'shift_jis' | 'euc-jp' | 'iso-2022-jp'): Buffer {
  if (encoding === 'iso-2022-jp') return iso2022(text);
  const table = tableOf(encoding);
  return Buffer.concat(
    [...text].map((letter) => {
      const bytes = letter < '\x80' ? Buffer.from(letter) : table.get(letter);
      if (!bytes) throw new Error(`${letter} has no place in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

function tableOf(encoding: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const letter = decoder.decode(bytes);
      if ([...letter].length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, bytes);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** Every run of Japanese letters between the shifts of JIS X 0208. */
function iso2022(text: string): Buffer {
  const parts = text.split(/([^\x00-\x7f]+)/).map((run) => {
    if (run < '\x80') return Buffer.from(run);
    const jis = encoded(run, 'euc-jp').map((byte) => byte & 0x7f);
    return Buffer.concat([Buffer.from('\x1b$B'), jis, Buffer.from('\x1b(B')]);
  });
  return Buffer.concat(parts);
}
