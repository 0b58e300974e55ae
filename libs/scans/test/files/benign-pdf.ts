import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { jpeg, pdf, png } from '../sample-files';
import { labelled } from './labelled-file';
import { flateStream, packedPdf, rawPdf, streamOf } from './raw-pdf';
import { signedPdf } from './signed-pdf';

const PRODUCERS = [
  ['Microsoft® Word for Microsoft 365', '1.7', '\r\n'],
  ['Acrobat Distiller 4.05 for Windows', '1.2', '\r'],
  ['Adobe PDF Library 15.0', '1.6', '\r'],
  ['LibreOffice 7.4', '1.7', '\n'],
  ['JUST PDF 5', '1.5', '\r\n'],
  ['Canon iR-ADV C5535', '1.4', '\n'],
  ['RICOH MP C3004', '1.3', '\n'],
  ['Antenna House PDF Output Library 7.0', '1.7', '\n'],
  ['Skia/PDF m120', '1.4', '\n'],
  ['PDF 2.0 writer', '2.0', '\n'],
] as const;

function qpdf(bytes: Buffer, ...options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-qpdf-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes);
    return execFileSync('qpdf', [...options, join(folder, 'in.pdf'), '-'], { maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One more revision behind the end, as forms and comments are saved. */
function revised(bytes: Buffer): Buffer {
  const at = bytes.length;
  const before = bytes.subarray(bytes.lastIndexOf('startxref')).toString().split('\n')[1];
  const object = '1 0 obj\n<</Type/Catalog/Pages 2 0 R/PageMode/UseNone>>\nendobj\n';
  const table = `xref\n1 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${before}>>\n`;
  return Buffer.concat([bytes, Buffer.from(`${object}${table}startxref\n${at + object.length}\n%%EOF\n`)]);
}

const changed = (change: (document: PDFDocument) => void | Promise<void>) => () =>
  pdf(['本文'.length.toString()], change);
const scanned = (image: Buffer, kind: 'png' | 'jpg') => async (): Promise<Buffer> => {
  const document = await PDFDocument.create();
  const drawn = kind === 'png' ? await document.embedPng(image) : await document.embedJpg(image);
  for (let page = 0; page < 3; page += 1) document.addPage([595, 842]).drawImage(drawn, { width: 595, height: 842 });
  return Buffer.from(await document.save());
};

/** PDF as offices, scanners and citizens send them. */
// prettier-ignore
export const benignPdf = labelled([
  ...PRODUCERS.map(([producer, version, eol]) => [`PDF ${version} of ${producer}`, '契約書.pdf', () => rawPdf({ producer, version, eol }), 'accepted'] as const),
  ['PDF with a packed catalogue', '契約書.pdf', () => packedPdf(''), 'accepted'],
  ['PDF of the library, in object streams', '契約書.pdf', () => pdf(['a', 'b']), 'accepted'],
  ['PDF of 80 pages', '台帳.pdf', () => pdf(Array.from({ length: 80 }, (_, n) => `page ${n}`)), 'accepted'],
  ['PDF in the order of the web', '広報.pdf', async () => qpdf(await pdf(['a', 'b']), '--linearize'), 'accepted'],
  ['PDF without object streams', '広報.pdf', async () => qpdf(await pdf(['a']), '--object-streams=disable'), 'accepted'],
  ['PDF without any packing', '広報.pdf', async () => qpdf(await pdf(['a']), '--stream-data=uncompress'), 'accepted'],
  ['PDF that may not be printed, open to read', '広報.pdf', () => pdf(['a'], (document) => document.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { printing: false } })), 'accepted Opaque'],
  ['PDF signed', '契約書(電子署名済).pdf', signedPdf, 'accepted'],
  ['PDF signed, then commented', '契約書(電子署名済).pdf', () => revised(signedPdf()), 'accepted'],
  ['PDF revised twice', '契約書.pdf', () => revised(revised(rawPdf())), 'accepted'],
  ['PDF with blank lines behind its end', '契約書.pdf', () => Buffer.concat([rawPdf(), Buffer.from('\r\n\r\n')]), 'accepted'],
  ['PDF with a line of the printer before its head', '契約書.pdf', () => Buffer.concat([Buffer.from('\x1b%-12345X@PJL\r\n'), rawPdf()]), 'accepted'],
  ['PDF of scanned pictures', 'スキャン.pdf', scanned(jpeg(), 'jpg'), 'accepted'],
  ['PDF of scanned pages in grey', 'スキャン.pdf', scanned(png(620, 877), 'png'), 'accepted'],
  ['PDF with a white page of a plotter, packed 1:1000', '図面.pdf', () => rawPdf({ objects: [flateStream('/Type/XObject/Subtype/Image/Width 8000/Height 8000/BitsPerComponent 1/ColorSpace/DeviceGray', Buffer.alloc(8_000_000, 0xff))] }), 'accepted'],
  ['PDF of an A0 drawing', '図面.pdf', changed((document) => void document.addPage([2384, 3370])), 'accepted'],
  ['PDF with turned pages', '図面.pdf', changed((document) => { for (const page of document.getPages()) page.setRotation({ type: 'degrees' as never, angle: 90 }); }), 'accepted'],
  ['PDF with a form', '申請書.pdf', changed((document) => document.getForm().createTextField('氏名').addToPage(document.getPage(0))), 'accepted'],
  ['PDF with metadata', '報告書.pdf', changed((document) => { document.setTitle('令和8年度報告書'); document.setAuthor('財政課'); }), 'accepted'],
  ['PDF with bookmarks', '計画.pdf', () => rawPdf({ catalog: '/Outlines 5 0 R/PageMode/UseOutlines', objects: ['<</Type/Outlines/First 6 0 R/Last 6 0 R/Count 1>>', '<</Title(Chapter)/Parent 5 0 R/Dest[3 0 R/Fit]>>'] }), 'accepted'],
  ['PDF with metadata in XML', '計画.pdf', () => rawPdf({ catalog: '/Metadata 5 0 R', objects: [streamOf('/Type/Metadata/Subtype/XML', Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'))] }), 'accepted'],
  ['PDF with a link to a page of itself', '目次.pdf', () => rawPdf({ page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[3 0 R/Fit]>>>>]' }), 'accepted'],
  ['PDF with a link to the town’s page', 'お知らせ.pdf', () => rawPdf({ page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://www.example.jp/)>>>>]' }), 'accepted URI'],
  ['PDF that opens at its first page', 'お知らせ.pdf', () => rawPdf({ catalog: '/OpenAction[3 0 R/Fit]' }), 'accepted OpenAction'],
  ['PDF with its calculation enclosed', '見積書.pdf', changed((document) => document.attach(Buffer.from('a,b'), '計算.csv', { mimeType: 'text/csv' })), 'accepted EmbeddedFile'],
]);
