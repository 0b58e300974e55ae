import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { docxParts, lockedPdf, pdf, zip } from '../sample-files';
import { labelled } from './labelled-file';
import { flateStream, packedPdf, rawPdf, streamOf } from './raw-pdf';

const OUT = 'http://127.0.0.1:9/';
const annotated = (action: string): Buffer =>
  rawPdf({ page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<${action}>>>>]` });
const page = (content: Buffer): Buffer => rawPdf({ content });

/** Blanks, packed a megabyte at a time: the same kilobyte again and again. */
function packedBlanks(megabytes: number): Buffer {
  const megabyte = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => megabyte)]);
}

/** PDF that acts by itself, explodes, or is another thing as well. */
// prettier-ignore
export const hostilePdf = labelled([
  ['PDF that runs a script when it opens', 'a.pdf', () => rawPdf({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' }), 'accepted JavaScript OpenAction'],
  ['PDF with a script in the tree of names', 'a.pdf', () => rawPdf({ catalog: '/Names<</JavaScript<</Names[(a) 5 0 R]>>>>', objects: ['<</S/JavaScript/JS(1)>>'] }), 'accepted JavaScript'],
  ['PDF with a script spelled in hexadecimal', 'a.pdf', () => rawPdf({ catalog: '/OpenA#63tion<</S/J#61vaScript/#4aS(1)>>' }), 'accepted JavaScript OpenAction'],
  ['PDF with a script as a stream', 'a.pdf', () => rawPdf({ catalog: '/OpenAction<</S/JavaScript/JS 5 0 R>>', objects: [flateStream('', Buffer.from('app.alert(1)'))] }), 'accepted JavaScript OpenAction'],
  ['PDF with a script inside an object stream', 'a.pdf', () => packedPdf('/OpenAction 5 0 R', ['<</S/JavaScript/JS(1)>>']), 'accepted JavaScript OpenAction'],
  ['PDF with a script inside an object stream packed twice', 'a.pdf', () => packedPdf('/OpenAction 5 0 R', ['<</S/JavaScript/JS(1)>>'], '[/FlateDecode/FlateDecode]'), 'accepted JavaScript OpenAction'],
  ['PDF with a script inside an object stream of another spelling', 'a.pdf', () => packedPdf('/OpenAction 5 0 R', ['<</S/JavaScript/JS(1)>>'], '/ASCIIHexDecode'), 'accepted Opaque'],
  ['PDF that acts when a page opens', 'a.pdf', () => rawPdf({ page: '/AA<</O<</S/JavaScript/JS(1)>>>>' }), 'accepted AdditionalActions JavaScript'],
  ['PDF that acts when it is printed', 'a.pdf', () => rawPdf({ catalog: '/AA<</WP<</S/JavaScript/JS(1)>>>>' }), 'accepted AdditionalActions JavaScript'],
  ['PDF that starts a program', 'a.pdf', () => rawPdf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'accepted Launch OpenAction'],
  ['PDF that starts a program with arguments', 'a.pdf', () => annotated('/S/Launch/Win<</F(cmd.exe)/P(/c calc)>>'), 'accepted Launch'],
  ['PDF with an XFA form', 'a.pdf', () => rawPdf({ catalog: '/AcroForm<</Fields[]/XFA 5 0 R>>', objects: [streamOf('', Buffer.from('<xdp:xdp/>'))] }), 'accepted XFA'],
  ['PDF with an XFA form that reads a file of the server', 'a.pdf', () => rawPdf({ catalog: '/AcroForm<</Fields[]/XFA 5 0 R>>', objects: [flateStream('', Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xdp:xdp>&e;</xdp:xdp>'))] }), 'accepted XFA'],
  ['PDF with an embedded program', 'a.pdf', () => pdf(['x'], (document) => document.attach(Buffer.from('MZ'), 'a.exe', { mimeType: 'application/octet-stream' })), 'accepted EmbeddedFile'],
  ['PDF with an embedded document', 'a.pdf', () => pdf(['x'], async (document) => document.attach(zip(docxParts('x')), 'a.docx')), 'accepted EmbeddedFile'],
  ['PDF with a film player', 'a.pdf', () => rawPdf({ page: '/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]' }), 'accepted RichMedia'],
  ['PDF that sends a form away', 'a.pdf', () => annotated(`/S/SubmitForm/F(${OUT})`), 'accepted SubmitForm'],
  ['PDF that reads form data in', 'a.pdf', () => annotated('/S/ImportData/F(x.fdf)'), 'accepted ImportData'],
  ['PDF that leads to a file elsewhere', 'a.pdf', () => annotated('/S/GoToR/F(\\\\\\\\198.51.100.1\\\\share\\\\x.pdf)/D[0]'), 'accepted GoToRemote'],
  ['PDF that leads into an embedded file', 'a.pdf', () => annotated('/S/GoToE/T<</R/C/N(x)>>/D[0]'), 'accepted GoToEmbedded'],
  ['PDF with a link to outside', 'a.pdf', () => annotated(`/S/URI/URI(${OUT})`), 'accepted URI'],
  ['PDF with a link that opens by itself', 'a.pdf', () => rawPdf({ catalog: `/OpenAction<</S/URI/URI(${OUT})>>` }), 'accepted OpenAction URI'],
  ['PDF whose script hides behind a comment that looks like a stream', 'a.pdf', () => rawPdf({ catalog: '/OpenAction 5 0 R', objects: ['%>>stream\n<</S/JavaScript/JS(1)>>%endstream'] }), 'accepted OpenAction'],
  ['PDF that everything is wrong with at once', 'a.pdf', () => rawPdf({ catalog: `/OpenAction<</S/JavaScript/JS(1)/Next<</S/Launch/F(x)>>>>/AA<</WC<</S/URI/URI(${OUT})>>>>/AcroForm<</XFA 5 0 R/Fields[]>>/Names<</EmbeddedFiles<</Names[]>>>>`, page: '/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 1 1]/A<</S/SubmitForm/F(x)>>>>]', objects: [streamOf('', Buffer.from('<a/>'))] }), 'accepted AdditionalActions EmbeddedFile JavaScript Launch OpenAction RichMedia SubmitForm URI XFA'],
  ['PDF whose page unpacks to 600 MB', 'a.pdf', () => page(streamOf('/Filter/FlateDecode', packedBlanks(600))), 'scans.broken-file unpacks-too-large'],
  ['PDF whose page is packed twice', 'a.pdf', () => page(streamOf('/Filter[/FlateDecode/FlateDecode]', deflateSync(packedBlanks(600)))), 'scans.broken-file unpacks-too-large'],
  ['PDF whose page is packed nine times', 'a.pdf', () => page(streamOf(`/Filter[${'/FlateDecode'.repeat(9)}]`, deflateSync(Buffer.from('x')))), 'scans.broken-file unpacks-too-large'],
  ['PDF with an object stream of 50 MB of blanks', 'a.pdf', () => rawPdf({ objects: [streamOf('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', packedBlanks(50))] }), 'accepted Opaque'],
  ['PDF whose pages are their own parents', 'a.pdf', () => Buffer.from(rawPdf().toString('latin1').replace('/Kids[3 0 R]', '/Kids[2 0 R]'), 'latin1'), 'scans.broken-file unreadable'],
  ['PDF nested a hundred thousand dictionaries deep', 'a.pdf', () => rawPdf({ catalog: `/X ${'<</A '.repeat(100_000)}1${'>>'.repeat(100_000)}` }), 'accepted'],
  ['PDF nested a hundred thousand arrays deep', 'a.pdf', () => rawPdf({ page: `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}` }), 'accepted'],
  ['PDF that claims a billion pages', 'a.pdf', () => Buffer.from(rawPdf().toString('latin1').replace('/Count 1', '/Count 999999999'), 'latin1'), 'accepted'],
  ['PDF without pages', 'a.pdf', () => Buffer.from(rawPdf().toString('latin1').replace('/Kids[3 0 R]/Count 1', '/Kids[     ]/Count 0'), 'latin1'), 'scans.broken-file unreadable'],
  ['PDF that needs a password', 'a.pdf', lockedPdf, 'scans.broken-file encrypted'],
  ['PDF cut in half', 'a.pdf', async () => (await pdf(['a', 'b'])).subarray(0, 700), 'scans.broken-file cut-off'],
  ['PDF of a header alone', 'a.pdf', () => Buffer.from('%PDF-1.7\n'), 'scans.broken-file cut-off'],
  ['PDF header before noise', 'a.pdf', () => Buffer.from(`%PDF-1.7\n${'noise '.repeat(900)}\n%%EOF`), 'scans.broken-file unreadable'],
  ['PDF that is also a ZIP', 'a.pdf', () => Buffer.concat([rawPdf(), zip([{ name: 'a.exe', body: 'MZ' }])]), 'accepted ForeignData'],
  ['PDF that is also a Java archive with a program', 'a.pdf', () => Buffer.concat([rawPdf({ catalog: '/OpenAction<</S/Launch/F(x)>>' }), zip([{ name: 'META-INF/MANIFEST.MF', body: 'Main-Class: A' }])]), 'accepted ForeignData Launch OpenAction'],
  ['ZIP that is also a PDF', 'a.pdf', () => zip([{ name: 'a.pdf', body: rawPdf(), stored: true }]), 'scans.type-mismatch zip'],
  ['program that is also a PDF', 'a.pdf', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(62), rawPdf()]), 'scans.type-mismatch exe'],
  ['picture that is also a PDF, called PDF', 'a.pdf', () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20), rawPdf()]), 'scans.type-mismatch gif'],
  ['PDF called a picture', 'a.png', () => rawPdf(), 'scans.type-mismatch pdf'],
  ['PDF called a text', 'a.txt', () => rawPdf(), 'scans.type-mismatch pdf'],
]);
