import { docxParts, type ZipPart, zip } from '../../test/sample-files';
import { officeText } from './office-text';
import { UnreadableXml } from './xml-walk';

const rels = (...targets: string[]): string =>
  `<Relationships>${targets.map((target, index) => `<Relationship Id="r${index + 1}" Target="${target}"/>`).join('')}</Relationships>`;
const docx = (body: string, ...more: ZipPart[]): Buffer =>
  zip([{ name: 'word/document.xml', body: `<w:document><w:body>${body}</w:body></w:document>` }, ...more]);

describe('SCN-22 words of office files', () => {
  it('of a letter stand as they are read: lines, cells, no readings, nothing struck out, nothing twice', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>起案</w:t><w:tab/><w:t>第１号</w:t></w:r></w:p>' +
      '<w:p><w:ruby><w:rt><w:r><w:t>はまみ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>浜見</w:t></w:r></w:rubyBase></w:ruby><w:r><w:t>町</w:t><w:br/><w:t>総務課</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>消した語</w:delText></w:r></w:del><w:r><w:t>残る語</w:t></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>科目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>金額</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
      '<mc:AlternateContent><mc:Choice><w:t>図の語</w:t></mc:Choice><mc:Fallback><w:t>図の語</w:t></mc:Fallback></mc:AlternateContent>';
    const [text] = await officeText(
      docx(body, { name: 'word/footnotes.xml', body: '<w:footnotes><w:p><w:t>脚注の語</w:t></w:p></w:footnotes>' }),
      'docx',
    );
    expect(text).toBe('起案\t第１号\n浜見町\n総務課\n残る語\n科目\t金額\t\n図の語\n脚注の語\n');
  });

  it('of a workbook are a page for each sheet in its order, results and shared words without readings', async () => {
    const bytes = zip([
      {
        name: 'xl/workbook.xml',
        body: '<workbook><sheets><sheet name="予算" r:id="r2"/><sheet name="明細" r:id="r1"/></sheets></workbook>',
      },
      { name: 'xl/_rels/workbook.xml.rels', body: rels('worksheets/sheet1.xml', '/xl/worksheets/sheet2.xml') },
      {
        name: 'xl/sharedStrings.xml',
        body: '<sst><si><t>委託料</t><rPh><t>イタクリョウ</t></rPh></si><si><r><t>需用</t></r><r><t>費</t></r></si></sst>',
      },
      {
        name: 'xl/worksheets/sheet1.xml',
        body: '<worksheet><row><c t="inlineStr"><is><t>直書き</t></is></c></row></worksheet>',
      },
      {
        name: 'xl/worksheets/sheet2.xml',
        body: '<worksheet><row><c t="s"><v>0</v></c><c><f>SUM(A1)</f><v>1200</v></c></row><row/><row><c t="s"><v>1</v></c><c><v>34</v></c></row></worksheet>',
      },
    ]);
    expect(await officeText(bytes, 'xlsx')).toEqual(['予算\n委託料\t1200\n需用費\t34', '明細\n直書き']);
  });

  it('of slides are a page for each in the order of the show', async () => {
    const slide = (words: string) => `<p:sld><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`;
    const bytes = zip([
      {
        name: 'ppt/presentation.xml',
        body: '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/></p:sldIdLst></p:presentation>',
      },
      { name: 'ppt/_rels/presentation.xml.rels', body: rels('slides/slide1.xml', 'slides/slide2.xml') },
      { name: 'ppt/slides/slide1.xml', body: slide('後の頁') },
      { name: 'ppt/slides/slide2.xml', body: slide('先の頁') },
    ]);
    expect(await officeText(bytes, 'pptx')).toEqual(['先の頁\n', '後の頁\n']);
  });

  it('of OpenDocument are read in letters, and sheet by sheet in tables', async () => {
    const content = (body: string) =>
      zip([{ name: 'content.xml', body: `<office:document-content>${body}</office:document-content>` }]);
    expect(
      await officeText(
        content(
          '<text:tracked-changes><text:p>消した語</text:p></text:tracked-changes><text:h>起案</text:h><text:p>甲<text:s/>乙\n  丙<text:line-break/>丁</text:p>',
        ),
        'odt',
      ),
    ).toEqual(['起案\n甲 乙 丙\n丁\n\n']);
    const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`;
    expect(
      await officeText(
        content(
          `<table:table><table:table-row>${cell('科目')}${cell('金額')}</table:table-row></table:table><table:table><table:table-row>${cell('次')}</table:table-row></table:table>`,
        ),
        'ods',
      ),
    ).toEqual(['科目\t金額\t\n', '次\t\n']);
  });

  it('are not read where the XML brings entities or is broken', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:t>&a;</w:t></w:document>';
    for (const body of [bomb, '<w:document><w:t>&unknown;</w:t></w:document>', '<w:document><w:t>'])
      await expect(officeText(zip([{ name: 'word/document.xml', body }]), 'docx')).rejects.toBeInstanceOf(
        UnreadableXml,
      );
  });

  it('are not looked for in parts that unpack to more than anybody wrote', async () => {
    const huge = zip([
      ...docxParts('x').slice(0, 2),
      { name: 'word/document.xml', body: Buffer.alloc(130 * 1024 * 1024, 32) },
    ]);
    await expect(officeText(huge, 'docx')).rejects.toThrow('unpacks to more');
  });
});
