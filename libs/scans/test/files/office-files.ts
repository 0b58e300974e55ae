import { zip, type ZipPart } from '../sample-files';

/** What stands in each of them. */
export const OFFICE_WORDS = '起案 委託契約の締結';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`;
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';

const types = (...parts: [path: string, kind: string][]): ZipPart => ({
  name: '[Content_Types].xml',
  body: [
    `${HEAD}<Types xmlns="${SCHEMAS}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ...parts.map(
      ([path, kind]) =>
        `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
    ),
    '</Types>',
  ].join(''),
});
const relation = (name: string, type: string, target: string): ZipPart => ({
  name,
  body: `${HEAD}<Relationships xmlns="${SCHEMAS}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`,
});
const part = (name: string, body: string): ZipPart => ({ name, body: `${HEAD}${body}` });

const letter = (): Buffer =>
  zip([
    types(['/word/document.xml', 'wordprocessingml.document.main']),
    relation('_rels/.rels', 'officeDocument', 'word/document.xml'),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${SCHEMAS}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${OFFICE_WORDS}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ]);

const workbook = (): Buffer =>
  zip([
    types(['/xl/workbook.xml', 'spreadsheetml.sheet.main'], ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet']),
    relation('_rels/.rels', 'officeDocument', 'xl/workbook.xml'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${SCHEMAS}/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="予算" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    relation('xl/_rels/workbook.xml.rels', 'worksheet', 'worksheets/sheet1.xml'),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${SCHEMAS}/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${OFFICE_WORDS}</t></is></c></row></sheetData></worksheet>`,
    ),
  ]);

const slides = (): Buffer =>
  zip([
    types(
      ['/ppt/presentation.xml', 'presentationml.presentation.main'],
      ['/ppt/slides/slide1.xml', 'presentationml.slide'],
    ),
    relation('_rels/.rels', 'officeDocument', 'ppt/presentation.xml'),
    part(
      'ppt/presentation.xml',
      `<p:presentation xmlns:p="${SCHEMAS}/presentationml/2006/main" xmlns:r="${RELATIONS}"><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
    ),
    relation('ppt/_rels/presentation.xml.rels', 'slide', 'slides/slide1.xml'),
    part(
      'ppt/slides/slide1.xml',
      [
        `<p:sld xmlns:p="${SCHEMAS}/presentationml/2006/main" xmlns:a="${SCHEMAS}/drawingml/2006/main"><p:cSld><p:spTree>`,
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>',
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>',
        '<p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="6000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>',
        `<p:txBody><a:bodyPr/><a:p><a:r><a:t>${OFFICE_WORDS}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
      ].join(''),
    ),
  ]);

const openDocument = (kind: string, body: string): Buffer => {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  const entry = (path: string, media: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`;
  const names = ['office', 'text', 'table'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`).join(' ');
  const drawing = `xmlns:draw="${OASIS}drawing:1.0" xmlns:svg="${OASIS}svg-compatible:1.0"`;
  return zip([
    { name: 'mimetype', body: type, stored: true },
    {
      name: 'META-INF/manifest.xml',
      body: `<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0">${entry('/', type)}${entry('content.xml', 'text/xml')}</manifest:manifest>`,
    },
    {
      name: 'content.xml',
      body: `<office:document-content ${names} ${drawing} office:version="1.2"><office:body>${body}</office:body></office:document-content>`,
    },
  ]);
};
const paragraph = `<text:p>${OFFICE_WORDS}</text:p>`;

/** A file of every Office kind that is taken, whole enough for an Office program to print it. */
export const officeFiles = (): [name: string, bytes: Buffer][] => [
  ['起案.docx', letter()],
  ['予算.xlsx', workbook()],
  ['説明会.pptx', slides()],
  ['通知.odt', openDocument('text', `<office:text>${paragraph}</office:text>`)],
  [
    '集計.ods',
    openDocument(
      'spreadsheet',
      `<office:spreadsheet><table:table table:name="予算"><table:table-row><table:table-cell>${paragraph}</table:table-cell></table:table-row></table:table></office:spreadsheet>`,
    ),
  ],
  [
    '説明.odp',
    openDocument(
      'presentation',
      `<office:presentation><draw:page draw:name="一"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="15cm" svg:height="3cm"><draw:text-box>${paragraph}</draw:text-box></draw:frame></draw:page></office:presentation>`,
    ),
  ],
];
