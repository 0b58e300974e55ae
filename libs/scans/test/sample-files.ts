import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** Files as people send them, and as attackers do: made here, so that the repository carries no binaries. */

/** A grey baseline JPEG of one block: every coefficient is zero. */
export function jpeg(exifOrientation?: number): Buffer {
  const segment = (marker: number, body: readonly number[]): Buffer =>
    Buffer.from([0xff, marker, 0, body.length + 2, ...body]);
  const table = (id: number): Buffer => segment(0xc4, [id, 1, ...Buffer.alloc(15), 0]);
  const exif = [
    ...Buffer.from('Exif\0\0', 'latin1'),
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    exifOrientation ?? 1,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exifOrientation ? [segment(0xe1, exif)] : []),
    segment(0xdb, [0, ...Buffer.alloc(64, 1)]),
    segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    table(0x00),
    table(0x10),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
}

export async function pdf(
  texts: readonly string[],
  change?: (document: PDFDocument) => void | Promise<void>,
): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of texts) document.addPage().drawText(text, { font, x: 50, y: 700 });
  await change?.(document);
  return Buffer.from(await document.save());
}

export const lockedPdf = (): Promise<Buffer> =>
  pdf(['secret'], (document) => document.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' }));

export function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * Math.min(height, 64), 0x7f);
  for (let row = 0; row < Math.min(height, 64); row += 1) rows[row * (width + 1)] = 0;
  return pngOf(width, height, rows);
}

/** A grey picture, one byte for each point. */
export function greyPng({ width, height, data }: { width: number; height: number; data: Uint8Array }): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(data.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return pngOf(width, height, rows);
}

/** @param rows with the kind of filter before each */
function pngOf(width: number, height: number, rows: Buffer): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A Windows program: enough of one for anybody who looks. */
export function exe(): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(128, 60);
  bytes.write('PE\0\0', 128, 'latin1');
  return bytes;
}

/** The head of a compound file, as locked Office documents have it. */
export const compoundFile = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);

export interface ZipPart {
  readonly name: string;
  readonly body: Buffer | string;
  /** Size the headers claim, when they lie. */
  readonly claimedBytes?: number;
  readonly encrypted?: boolean;
  readonly unixMode?: number;
  readonly stored?: boolean;
}

export const docxParts = (text: string): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    body: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
  { name: '_rels/.rels', body: '<Relationships/>' },
  { name: 'word/document.xml', body: `<w:document><w:t>${text}</w:t></w:document>` },
];

export const odtParts = (): ZipPart[] => [
  { name: 'mimetype', body: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', body: '<office:document-content/>' },
];

export function zip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const file = zipEntry(part);
    files.push(file.local);
    directory.push(centralEntry(file.fields, part, offset));
    offset += file.local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

function zipEntry(part: ZipPart): { local: Buffer; fields: Buffer } {
  const body = Buffer.from(part.body);
  const packed = part.stored ? body : deflateRawSync(body);
  const name = Buffer.from(part.name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((part.encrypted ? 1 : 0) | 0x800, 2);
  fields.writeUInt16LE(part.stored ? 0 : 8, 4);
  fields.writeUInt32LE(crc32(body), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.claimedBytes ?? body.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const signature = Buffer.from('PK\x03\x04', 'latin1');
  return { local: Buffer.concat([signature, fields, name, packed]), fields };
}

function centralEntry(fields: Buffer, part: ZipPart, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(((part.unixMode ?? 0o100644) << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, fields, tail, Buffer.from(part.name)]);
}
