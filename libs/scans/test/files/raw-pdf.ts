import { deflateSync } from 'node:zlib';

/** Parts of a PDF written by hand, so that it can hold what no library would write. */
export interface RawPdf {
  readonly version?: string;
  readonly producer?: string;
  /** Entries of the catalogue, of the page, of the document's trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  /** Objects from number 5 on: text, or a whole stream object. */
  readonly objects?: readonly (string | Buffer)[];
  /** What the page shows. */
  readonly content?: Buffer;
  readonly eol?: string;
}

const CONTENT = 'BT /F1 12 Tf 50 700 Td (Fubako) Tj ET';

/** A PDF of one page with a plain cross-reference table. */
export function rawPdf(parts: RawPdf = {}): Buffer {
  const eol = parts.eol ?? '\n';
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>> ${parts.page ?? ''}>>`;
  const objects = [
    `<</Type/Catalog/Pages 2 0 R ${parts.catalog ?? ''}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    page,
    parts.content ?? streamOf('', Buffer.from(CONTENT)),
    ...(parts.objects ?? []),
    `<</Producer(${parts.producer ?? 'Hand'})/Title(T)>>`,
  ];
  let bytes = Buffer.from(`%PDF-${parts.version ?? '1.7'}${eol}%\xe2\xe3\xcf\xd3${eol}`, 'latin1');
  const offsets = objects.map((object, index) => {
    const at = bytes.length;
    bytes = Buffer.concat([
      bytes,
      Buffer.from(`${index + 1} 0 obj${eol}`),
      Buffer.from(object as string, 'latin1'),
      Buffer.from(`${eol}endobj${eol}`),
    ]);
    return at;
  });
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer${eol}<</Size ${size}/Root 1 0 R/Info ${size - 1} 0 R ${parts.trailer ?? ''}>>`;
  const table = `xref${eol}0 ${size}${eol}0000000000 65535 f \n${lines}`;
  return Buffer.concat([bytes, Buffer.from(`${table}${trailer}${eol}startxref${eol}${bytes.length}${eol}%%EOF${eol}`)]);
}

export const streamOf = (dictionary: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${dictionary}/Length ${body.length}>>\nstream\n`), body, Buffer.from('\nendstream')]);

export const flateStream = (dictionary: string, body: Buffer): Buffer =>
  streamOf(`${dictionary}/Filter/FlateDecode`, deflateSync(body));

/** A PDF of today: its catalogue lies in an object stream, found by a cross-reference stream. */
export function packedPdf(catalog: string, extra: readonly string[] = [], filter = '/FlateDecode'): Buffer {
  const inside = [
    `<</Type/Catalog/Pages 3 0 R ${catalog}>>`,
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]>>',
    ...extra,
  ];
  let at = 0;
  const head = inside.map((object, index) => {
    const entry = `${index + 2} ${at}`;
    at += object.length + 1;
    return entry;
  });
  const first = `${head.join(' ')} `;
  const plain = Buffer.from(`${first}${inside.join(' ')}`, 'latin1');
  const start = Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const body = streamOf(`/Type/ObjStm/N ${inside.length}/First ${first.length}/Filter${filter}`, packed(plain, filter));
  const object = Buffer.concat([Buffer.from('1 0 obj\n'), body, Buffer.from('\nendobj\n')]);
  const xrefAt = start.length + object.length;
  const number = inside.length + 2;
  const rows = [
    row(0, 0, 65535),
    row(1, start.length, 0),
    ...inside.map((_, index) => row(2, 1, index)),
    row(1, xrefAt, 0),
  ];
  const xref = streamOf(`/Type/XRef/Size ${number + 1}/Root 2 0 R/W[1 4 2]`, Buffer.concat(rows));
  const tail = Buffer.from(`\nendobj\nstartxref\n${xrefAt}\n%%EOF\n`);
  return Buffer.concat([start, object, Buffer.from(`${number} 0 obj\n`), xref, tail]);
}

function packed(plain: Buffer, filter: string): Buffer {
  if (filter === '/ASCIIHexDecode') return Buffer.from(`${plain.toString('hex')}>`);
  const times = filter.match(/FlateDecode/g)?.length ?? 0;
  return Array.from({ length: times }).reduce<Buffer>((data) => deflateSync(data), plain);
}

function row(kind: number, second: number, third: number): Buffer {
  const bytes = Buffer.alloc(7);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(second, 1);
  bytes.writeUInt16BE(third, 5);
  return bytes;
}
