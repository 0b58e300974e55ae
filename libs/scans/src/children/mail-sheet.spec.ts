import { docxParts, zip } from '../../test/sample-files';
import { enclosedText } from './enclosed-text';
import { mailSheet } from './mail-sheet';

/** 起案書の件 in ISO-2022-JP, and 起案 in Shift_JIS. */
const ISO_2022_JP = Buffer.from('1b2442352f30463d71244e376f1b2842', 'hex');
const SHIFT_JIS = Buffer.from('8b4e88c4', 'hex');
const read = (...parts: (string | Buffer)[]): Promise<string> =>
  mailSheet(Buffer.concat(parts.map((part) => Buffer.from(part as string))), enclosedText);
const part = (head: string, body: Buffer | string): string =>
  `--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`;
const words = (text: string): string => `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
const mixed = (...parts: string[]): string =>
  `From: a@example.jp\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`;

describe('SCN-23 mail', () => {
  it('shows who wrote what to whom and when, in the encodings that Japanese mail comes in', async () => {
    const sheet = await read(
      `From: =?ISO-2022-JP?B?${ISO_2022_JP.toString('base64')}?= <soumu@example.jp>\r\n`,
      `To: =?Shift_JIS?B?${SHIFT_JIS.toString('base64')}?= <a@example.jp>, b@example.jp\r\nCc: c@example.jp\r\n`,
      `Subject: =?ISO-2022-JP?B?${ISO_2022_JP.toString('base64')}?=\r\nDate: Sat, 28 Nov 2026 09:15:00 +0000\r\nMessage-ID: <1@example.jp>\r\n`,
      'Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n',
      ISO_2022_JP,
      '\r\n',
    );
    expect(sheet.split('\n')).toEqual([
      '件名 (Subject): 起案書の件',
      '差出人 (From): 起案書の件 <soumu@example.jp>',
      '宛先 (To): 起案 <a@example.jp>, b@example.jp',
      '写し (Cc): c@example.jp',
      '日時 (Date): 2026-11-28 18:15:00 (JST)',
      '識別子 (Message-ID): <1@example.jp>',
      '─'.repeat(40),
      '起案書の件',
    ]);
  });

  it('reads a body in Shift_JIS, also under the name that Windows gives it', async () => {
    for (const charset of ['Shift_JIS', 'cp932'])
      expect(await read(`Content-Type: text/plain; charset=${charset}\r\n\r\n`, SHIFT_JIS)).toContain('起案');
  });

  it('takes the words of an HTML body and none of its pictures, scripts and addresses', async () => {
    const html =
      '<head><title>t</title><style>p{}</style></head><p>拝啓&nbsp;&#12354;&amp;&lt;b&gt;</p><img src="https://spy.example/x.png"><script>alert(1)</script><div>敬具</div>';
    const sheet = await read('Content-Type: text/html; charset=utf-8\r\n\r\n', html);
    expect(sheet).toContain('拝啓 あ&<b>\n敬具');
    expect(sheet).not.toMatch(/spy|alert|p\{/);
  });

  it('lists what is enclosed, and has the words of each on pages of its own', async () => {
    const sheet = await read(
      mixed(
        words('送ります'),
        part(
          "Content-Type: application/octet-stream; name*=UTF-8''%E8%B5%B7%E6%A1%88.docx\r\nContent-Disposition: attachment",
          zip(docxParts('中の語')),
        ),
        part('Content-Type: image/png; name=a.png\r\nContent-Disposition: attachment; filename=a.png', 'not read'),
        part('Content-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv', SHIFT_JIS),
      ),
    );
    const [cover, ...enclosed] = sheet.split('\f');
    expect(cover).toMatch(/送ります[\s\S]*1\. 起案\.docx（[\d,]+ bytes）\n2\. a\.png（8 bytes）\n3\. a\.csv/);
    expect(enclosed.map((text) => text.split('\n').at(-1))).toEqual(['中の語', '起案']);
  });

  it('reads mails within mails, so deep and no deeper', async () => {
    let mail = mixed(words('innermost'));
    for (let depth = 0; depth < 8; depth += 1)
      mail = mixed(
        part('Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=in.eml', mail),
        words(`level ${7 - depth}`),
      );
    const sheet = await read(mail);
    expect(sheet).toContain('level 2');
    expect(sheet).not.toContain('innermost');
  });

  it('names an attachment that cannot be read, and goes on', async () => {
    const sheet = await read(
      mixed(
        part(
          'Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf',
          '%PDF-1.7 no',
        ),
        words('本文'),
      ),
    );
    expect(sheet).toContain('1. a.pdf');
    expect(sheet.split('\f')).toHaveLength(1);
  });
});
