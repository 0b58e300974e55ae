import { docxParts, jpeg, odtParts, pdf, png, zip, type ZipPart } from '../sample-files';
import { docx, odt, workbook } from './hostile-office';
import { encoded } from './japanese-bytes';
import { labelled } from './labelled-file';
import { tiff } from './tiff';

const TEXT = '起案文書の件名:高齢者見守り業務委託契約の締結について\r\n';
const CSV = '番号,件名,金額\r\n1,委託料,1200000\r\n';
const MAIL =
  'From: shimin@example.jp\r\nTo: info@example.jp\r\nSubject: =?UTF-8?B?44GK5ZWP5ZCI44Gb?=\r\nMIME-Version: 1.0\r\n';
const utf16 = (text: string, swap = false): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};
const odf = (kind: string, ...parts: ZipPart[]): Buffer =>
  zip([
    { name: 'mimetype', body: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', body: '<office:document-content/>' },
    ...parts,
  ]);
const slides = (): Buffer =>
  zip(
    docxParts('x').map((part) => ({
      ...part,
      body: String(part.body).replace('wordprocessingml.document.main', 'presentationml.presentation.main'),
    })),
  );
const sound = (): Promise<Buffer> => pdf(['sound']);
const named = (name: string) => [`PDF called ${name}`, name, sound, 'accepted'] as const;

/** Pictures, Office documents, texts and mails as people send them. */
// prettier-ignore
export const benignFiles = labelled([
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((turn) => [`photograph turned as ${turn}`, `写真${turn}.jpg`, () => jpeg(turn), 'accepted'] as const),
  ['JPEG', '写真.JPEG', () => jpeg(), 'accepted'],
  ['JPEG of a telephone with a second picture behind it', '写真.jpg', () => Buffer.concat([jpeg(), jpeg()]), 'accepted'],
  ['PNG of one pixel', '印.png', () => png(1, 1), 'accepted'],
  ['PNG of a screen', '画面.png', () => png(1920, 1080), 'accepted'],
  ['PNG of 90 megapixels', '地図.png', () => png(9000, 10_000), 'accepted'],
  ['TIFF', '図面.tif', () => tiff(), 'accepted'],
  ['TIFF of a fax', '受信.tiff', () => tiff({ pages: 12, width: 1728, height: 2200 }), 'accepted'],
  ['TIFF of a Macintosh', '図面.TIF', () => tiff({ bigEndian: true, pages: 3 }), 'accepted'],
  ['Word document', '起案.docx', () => docx(), 'accepted'],
  ['Word document with pictures', '起案.docx', () => docx({ name: 'word/media/image1.png', body: png(40, 40) }, { name: 'word/media/image2.jpeg', body: jpeg() }), 'accepted'],
  ['Word document with a drawing', '起案.docx', () => docx({ name: 'word/media/i.svg', body: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>' }), 'accepted'],
  ['Word document with a hyperlink', '起案.docx', () => docx({ name: 'word/_rels/document.xml.rels', body: '<Relationships><Relationship Type="http://x/hyperlink" Target="https://www.example.jp/" TargetMode="External"/></Relationships>' }), 'accepted URI'],
  ['Word document with an enclosed workbook', '起案.docx', () => docx({ name: 'word/embeddings/Microsoft_Excel_Worksheet.xlsx', body: workbook(), stored: true }), 'accepted EmbeddedFile'],
  ['Word document with metadata and folders', '起案.docx', () => docx({ name: 'docProps/', body: '' }, { name: 'docProps/core.xml', body: '<cp:coreProperties/>' }), 'accepted'],
  ['Word document of 3 MB of text', '計画.docx', () => docx({ name: 'word/footnotes.xml', body: '<w:t>計画</w:t>'.repeat(150_000) }), 'accepted'],
  ['workbook', '予算.xlsx', () => workbook(), 'accepted'],
  ['workbook with many sheets', '予算.xlsx', () => workbook(...Array.from({ length: 60 }, (_, n) => ({ name: `xl/worksheets/sheet${n}.xml`, body: '<worksheet/>' }))), 'accepted'],
  ['workbook of repeated cells', '名簿.XLSX', () => workbook({ name: 'xl/worksheets/sheet1.xml', body: '<c><v>0</v></c>'.repeat(300_000) }), 'accepted'],
  ['slides', '説明会.pptx', slides, 'accepted'],
  ['OpenDocument text', '通知.odt', () => odt(), 'accepted'],
  ['OpenDocument text with a picture', '通知.odt', () => zip([...odtParts(), { name: 'Pictures/1.png', body: png(9, 9) }, { name: 'META-INF/manifest.xml', body: '<manifest:manifest/>' }]), 'accepted'],
  ['OpenDocument with an old document type', '通知.odt', () => odt({ name: 'META-INF/manifest.xml', body: '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest/>' }), 'accepted'],
  ['OpenDocument workbook', '集計.ods', () => odf('spreadsheet'), 'accepted'],
  ['OpenDocument slides', '説明.odp', () => odf('presentation'), 'accepted'],
  ['text in UTF-8', 'メモ.txt', () => Buffer.from(TEXT), 'accepted'],
  ['text in UTF-8 with a mark', 'メモ.txt', () => Buffer.from(`\uFEFF${TEXT}`), 'accepted'],
  ['text in Shift_JIS', 'メモ.txt', () => encoded(TEXT, 'shift_jis'), 'accepted'],
  ['text in EUC-JP', 'メモ.txt', () => encoded(TEXT, 'euc-jp'), 'accepted'],
  ['text in ISO-2022-JP', 'メモ.txt', () => encoded(TEXT, 'iso-2022-jp'), 'accepted'],
  ['text in UTF-16', 'メモ.txt', () => utf16(TEXT), 'accepted'],
  ['text in UTF-16 the other way round', 'メモ.txt', () => utf16(TEXT, true), 'accepted'],
  ['text with rare kanji', '氏名.txt', () => Buffer.from('𠮷野家 髙橋 﨑山 葛\u{E0100}城'), 'accepted'],
  ['text that begins like a picture', 'BM.txt', () => Buffer.from('BMI の測定結果\r\n'), 'accepted'],
  ['text of a megabyte', '記録.txt', () => Buffer.from('議事録\n'.repeat(100_000)), 'accepted'],
  ['text of one letter', 'a.txt', () => Buffer.from('a'), 'accepted'],
  ['list in Shift_JIS', '一覧.csv', () => encoded(CSV, 'shift_jis'), 'accepted'],
  ['list in UTF-8 with a mark', '一覧.csv', () => Buffer.from(`\uFEFF${CSV}`), 'accepted'],
  ['list with tabs', '一覧.csv', () => Buffer.from(CSV.replaceAll(',', '\t')), 'accepted'],
  ['list with cells that look like formulas', '一覧.csv', () => Buffer.from('=1+1,+81,-5,@x\r\n'), 'accepted'],
  ['mail in UTF-8', '問合せ.eml', () => Buffer.from(`${MAIL}Content-Type: text/plain; charset=UTF-8\r\n\r\n${TEXT}`), 'accepted'],
  ['mail in ISO-2022-JP', '問合せ.eml', () => Buffer.concat([Buffer.from(`${MAIL}Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n`), encoded(TEXT, 'iso-2022-jp')]), 'accepted'],
  ['mail with an enclosure', '問合せ.eml', async () => Buffer.from(`${MAIL}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${(await sound()).toString('base64')}\r\n--b--\r\n`), 'accepted'],
  ['mail of letters and pictures', 'お礼.eml', () => Buffer.from(`${MAIL}Content-Type: text/html; charset=UTF-8\r\n\r\n<p>お礼</p>`), 'accepted'],
]);

/** Names as people give them, each kept letter by letter. */
export const benignNames = labelled(
  [
    '𠮷野家との契約書.pdf',
    '髙橋﨑山濵田.pdf',
    '葛\u{E0100}城市.pdf',
    '辻\u{E0101}󠄁様.pdf',
    '渡邊\u{E0104}.pdf',
    'が\u3099ぎ.pdf',
    'カ\u3099イト\u3099.pdf',
    'ﾊﾝｶｸ.pdf',
    '全角．pdf.pdf',
    '①②③.pdf',
    '㈱濱見サービス.pdf',
    '令和八年度(案)【最終版】_v2.pdf',
    '100%_達成+α#1.pdf',
    'a b  c.pdf',
    '　先頭の空白.pdf',
    'CONTRACT.PDF',
    'console.pdf',
    'com10.pdf',
    'nullable.pdf',
    "it's & so.pdf",
    'Ünïcödé.pdf',
    '〆切~変更—案.pdf',
    '家族👨‍👩‍👧‍👦.pdf',
    `${'長'.repeat(83)}.pdf`,
    `${'高齢者見守り業務委託契約'.repeat(6)}.pdf`,
    `${'a'.repeat(196)}.pdf`,
    'a.b.c.d.pdf',
    '..二つの点.pdf',
    '半角;分号,読点.pdf',
    '<見積>:"案"|?*.pdf',
  ].map((name) => named(name)),
);
