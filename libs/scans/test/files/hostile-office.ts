import { docxParts, odtParts, zip, type ZipPart } from '../sample-files';
import { labelled } from './labelled-file';

const OUT = 'http://127.0.0.1:9/';
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);
export const docx = (...parts: ZipPart[]): Buffer => zip([...docxParts('x'), ...parts]);
export const odt = (...parts: ZipPart[]): Buffer => zip([...odtParts(), ...parts]);
const rels = (relation: string, name = 'word/_rels/document.xml.rels'): ZipPart => ({
  name,
  body: `<Relationships>${relation}</Relationships>`,
});
const relation = (type: string, target = OUT): string =>
  `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
const xml = (body: string): ZipPart => ({ name: 'word/extra.xml', body });
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const XXE = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`;
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n} "${(n === 0 ? '&a;' : `&l${n - 1};`).repeat(10)}">`).join('')}]><x>&l8;</x>`;
const retyped = (from: string, to: string): Buffer =>
  zip(docxParts('x').map((part) => ({ ...part, body: String(part.body).replace(from, to) })));
const nested = (depth: number): Buffer =>
  depth === 0 ? docx() : docx({ name: 'word/embeddings/inner.docx', body: nested(depth - 1), stored: true });

/** Every entry of the directory points at the same packed bytes. */
function overlapping(entries: number): Buffer {
  const whole = docx({ name: 'word/kernel.xml', body: zeros(1) });
  const at = whole.lastIndexOf('PK\x05\x06');
  const from = whole.readUInt32LE(at + 16);
  const directory = whole.subarray(from, at);
  const last = directory.subarray(directory.lastIndexOf('PK\x01\x02'));
  const copies = Array.from({ length: entries }, (_, n) => {
    const copy = Buffer.from(last);
    copy.write(String(n).padStart(4, '0'), copy.length - 15, 'latin1');
    return copy;
  });
  const end = Buffer.from(whole.subarray(at));
  const central = Buffer.concat([directory, ...copies]);
  end.writeUInt16LE(end.readUInt16LE(10) + entries, 8);
  end.writeUInt16LE(end.readUInt16LE(10) + entries, 10);
  end.writeUInt32LE(central.length, 12);
  return Buffer.concat([whole.subarray(0, from), central, end]);
}

/** Packages that explode, reach outside, or carry programs. */
// prettier-ignore
export const hostileOffice = labelled([
  ['Word document that unpacks to 60 MB', 'a.docx', () => docx({ name: 'word/a.xml', body: zeros(60) }), 'scans.broken-file unpacks-too-large'],
  ['Word document with many parts that unpack to 60 MB together', 'a.docx', () => docx(...Array.from({ length: 60 }, (_, n) => ({ name: `word/${n}.xml`, body: zeros(1) }))), 'scans.broken-file unpacks-too-large'],
  ['Word document that claims one byte and unpacks to 20 MB', 'a.docx', () => docx({ name: 'word/a.xml', body: zeros(20), claimedBytes: 1 }), 'scans.broken-file unpacks-too-large'],
  ['Word document that claims 4 GB', 'a.docx', () => docx({ name: 'word/a.xml', body: 'x', claimedBytes: 0xfffffff0 }), 'scans.broken-file unreadable'],
  ['Word document with a bomb in an embedded document', 'a.docx', () => docx({ name: 'word/embeddings/b.docx', body: docx({ name: 'word/a.xml', body: zeros(40) }), stored: true }), 'scans.broken-file unpacks-too-large'],
  ['Word document with a bomb in a packed ZIP', 'a.docx', () => docx({ name: 'word/media/b.bin', body: zip([{ name: 'a', body: zeros(40) }]) }), 'scans.broken-file unpacks-too-large'],
  ['Word document of fifty overlapping parts', 'a.docx', () => overlapping(5), 'scans.broken-file unsafe-entry'],
  ['Word document of a thousand overlapping parts', 'a.docx', () => overlapping(900), 'scans.broken-file unpacks-too-large'],
  ['Word document of 10,100 parts', 'a.docx', () => docx(...Array.from({ length: 10_100 }, (_, n) => ({ name: `word/${n}`, body: '', stored: true }))), 'scans.broken-file too-many-entries'],
  ['documents embedded three deep', 'a.docx', () => nested(2), 'scans.broken-file nested-too-deep'],
  ['documents embedded eight deep', 'a.docx', () => nested(8), 'scans.broken-file nested-too-deep'],
  ['Word document with an embedded ZIP in a ZIP', 'a.docx', () => docx({ name: 'word/b.bin', body: zip([{ name: 'c.zip', body: zip([{ name: 'd', body: 'x' }]), stored: true }]), stored: true }), 'scans.broken-file nested-too-deep'],
  ['Word document with two parts of one name', 'a.docx', () => docx({ name: 'word/document.xml', body: '<other/>' }), 'scans.broken-file unsafe-entry'],
  ['OpenDocument that is also a Word document', 'a.odt', () => zip([...odtParts(), ...docxParts('x')]), 'scans.broken-file unsafe-entry'],
  ['Word document with a part that climbs out', 'a.docx', () => docx({ name: '../../evil.sh', body: 'x' }), 'scans.broken-file unsafe-entry'],
  ['Word document with a part at the root of the disk', 'a.docx', () => docx({ name: '/etc/cron.d/x', body: 'x' }), 'scans.broken-file unsafe-entry'],
  ['Word document with a part on a Windows drive', 'a.docx', () => docx({ name: 'C:/Windows/x.dll', body: 'x' }), 'scans.broken-file unsafe-entry'],
  ['Word document with a part that climbs in Windows spelling', 'a.docx', () => docx({ name: '..\\..\\x.dll', body: 'x' }), 'scans.broken-file unsafe-entry'],
  ['Word document with a symbolic link', 'a.docx', () => docx({ name: 'word/l', body: '/etc/passwd', unixMode: 0o120777 }), 'scans.broken-file unsafe-entry'],
  ['Word document with a locked part', 'a.docx', () => docx({ name: 'word/x.xml', body: 'x', encrypted: true }), 'scans.broken-file encrypted'],
  ['Word document that reads a file of the server', 'a.docx', () => docx(xml(XXE)), 'scans.broken-file unsafe-entry'],
  ['Word document that reads a file of the server, in UTF-16', 'a.docx', () => docx({ ...xml(''), body: utf16(XXE) }), 'scans.broken-file unsafe-entry'],
  ['Word document that reads a file behind a megabyte of blanks', 'a.docx', () => docx(xml(`<?xml version="1.0"?>${' '.repeat(1_200_000)}${XXE.slice(21)}`)), 'scans.broken-file unsafe-entry'],
  ['Word document that fetches a document type', 'a.docx', () => docx(xml(`<!DOCTYPE x [<!ENTITY % d SYSTEM "${OUT}x.dtd">%d;]><x/>`)), 'scans.broken-file unsafe-entry'],
  ['Word document with a billion laughs', 'a.docx', () => docx(xml(LAUGHS)), 'scans.broken-file unsafe-entry'],
  ['Word document with entities in its relations', 'a.docx', () => docx(rels(XXE)), 'scans.broken-file unsafe-entry'],
  ['Word document with macros', 'a.docx', () => docx({ name: 'word/vbaProject.bin', body: 'x' }), 'accepted Macro'],
  ['Word document with macros under another name', 'a.docx', () => retyped('</Types>', '<Override PartName="/word/harmless.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>'), 'accepted Macro'],
  ['Word document of the kind with macros', 'a.docx', () => retyped('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'scans.type-mismatch docm'],
  ['Word document with macros called by its name', 'a.docm', () => docx({ name: 'word/vbaProject.bin', body: 'x' }), 'scans.type-not-allowed'],
  ['Word document with a template from outside', 'a.docx', () => docx(rels(relation('attachedTemplate'))), 'accepted ExternalLink'],
  ['Word document with a template from outside, in UTF-16', 'a.docx', () => docx({ ...rels(''), body: utf16(`<Relationships>${relation('attachedTemplate')}</Relationships>`) }), 'accepted ExternalLink'],
  ['Word document with a picture from a shared folder', 'a.docx', () => docx(rels(relation('image', 'file://198.51.100.1/share/x.png'))), 'accepted ExternalLink'],
  ['Word document with an object from outside', 'a.docx', () => docx(rels(relation('oleObject', 'mhtml:http://198.51.100.1/x.html!x-usc:x'))), 'accepted ExternalLink'],
  ['Word document with a link to click', 'a.docx', () => docx(rels(relation('hyperlink'))), 'accepted URI'],
  ['Word document with relations too long to read', 'a.docx', () => docx(rels(`${'<!-- -->'.repeat(200_000)}${relation('attachedTemplate')}`)), 'accepted Opaque'],
  ['Word document that asks another program for data', 'a.docx', () => docx(xml('<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText>')), 'accepted DDE'],
  ['Word document with a control', 'a.docx', () => docx({ name: 'word/activeX/activeX1.xml', body: '<ax:ocx/>' }), 'accepted ActiveX'],
  ['Word document with an embedded program', 'a.docx', () => docx({ name: 'word/embeddings/oleObject1.bin', body: 'x' }), 'accepted EmbeddedFile'],
  ['Word document with an embedded document that has macros', 'a.docx', () => docx({ name: 'word/embeddings/b.docx', body: docx({ name: 'word/vbaProject.bin', body: 'x' }), stored: true }), 'accepted EmbeddedFile Macro'],
  ['Word document with a script in a drawing', 'a.docx', () => docx({ name: 'word/media/i.svg', body: '<svg><script>fetch(1)</script></svg>' }), 'accepted JavaScript'],
  ['workbook with old macro sheets', 'a.xlsx', () => workbook({ name: 'xl/macrosheets/sheet1.xml', body: '<x/>' }), 'accepted Macro'],
  ['workbook with data from another workbook', 'a.xlsx', () => workbook({ name: 'xl/externalLinks/externalLink1.xml', body: '<externalLink/>' }), 'accepted ExternalLink'],
  ['workbook that asks another program for data', 'a.xlsx', () => workbook({ name: 'xl/externalLinks/externalLink1.xml', body: '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }), 'accepted DDE ExternalLink'],
  ['OpenDocument with macros', 'a.odt', () => odt({ name: 'Basic/Standard/Module1.xml', body: '<x/>' }), 'accepted Macro'],
  ['OpenDocument with Python', 'a.odt', () => odt({ name: 'Scripts/python/x.py', body: 'x' }), 'accepted Macro'],
  ['OpenDocument that runs a macro when it opens', 'a.odt', () => odt({ name: 'settings.xml', body: '<script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:x"/>' }), 'accepted Macro'],
  ['OpenDocument with a picture from outside', 'a.odt', () => odt({ name: 'styles.xml', body: `<draw:image xlink:type="simple" xlink:href="${OUT}x.png"/>` }), 'accepted ExternalLink'],
  ['OpenDocument with an embedded object', 'a.odt', () => odt({ name: 'Object 1/content.xml', body: '<x/>' }), 'accepted EmbeddedFile'],
  ['OpenDocument with a password', 'a.odt', () => odt({ name: 'META-INF/manifest.xml', body: '<manifest:encryption-data/>' }), 'scans.broken-file encrypted'],
  ['OpenDocument that reads a file of the server', 'a.odt', () => odt({ name: 'meta.xml', body: XXE }), 'scans.broken-file unsafe-entry'],
  ['ZIP called a Word document', 'a.docx', () => zip([{ name: 'a.txt', body: 'a' }]), 'scans.type-mismatch zip'],
  ['ZIP called by its name', 'a.zip', () => zip([{ name: 'a.txt', body: 'a' }]), 'scans.type-not-allowed'],
  ['Word document cut off', 'a.docx', () => docx().subarray(0, -30), 'scans.broken-file cut-off'],
  ['old or locked Office document', 'a.docx', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), 'scans.broken-file encrypted'],
  ['Word document that calls itself a workbook', 'a.xlsx', () => docx(), 'scans.type-mismatch docx'],
  ['Word document that is also a PDF', 'a.docx', () => docx({ name: 'word/media/a.bin', body: '%PDF-1.7\n%%EOF', stored: true }), 'accepted'],
]);

export function workbook(...parts: ZipPart[]): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      body: '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: '_rels/.rels', body: '<Relationships/>' },
    { name: 'xl/workbook.xml', body: '<workbook><sheets/></workbook>' },
    ...parts,
  ]);
}
