import fc from 'fast-check';
import { extensionOf, faultOfFileName, readFileName } from './file-name';

const sent = (name: string) => readFileName(encodeURIComponent(name));

describe('SCN-2 file names', () => {
  it.each([
    '稟議書.pdf',
    '令和８年度 予算（案）.xlsx',
    '葛\u{E0100}飾区.docx',
    'がぎぐ.txt',
    '.pdf',
    'a b  c.PDF',
    '𠮷野家.tif',
    '見積書 (1).pdf ',
  ])('are kept letter by letter: %p', (name) => {
    expect(sent(name)).toEqual({ name });
  });

  it('are not normalised, because a decomposed name is another name', () => {
    const decomposed = 'ガ.pdf'.normalize('NFD');
    expect(sent(decomposed)).toEqual({ name: decomposed });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['a\0.pdf', 'control-character'],
    ['a\n.pdf', 'control-character'],
    ['a\u0085.pdf', 'control-character'],
    ['請求書\u202Efdp.exe', 'bidi-control'],
    ['\u2066a\u2069.pdf', 'bidi-control'],
    ['../../etc/passwd', 'path-separator'],
    ['..\\..\\boot.ini', 'path-separator'],
    ['/a.pdf', 'path-separator'],
    ['..', 'dots-only'],
    ['.', 'dots-only'],
    [`${'あ'.repeat(90)}.pdf`, 'too-long'],
    [`${'a'.repeat(201)}.pdf`, 'too-long'],
    [`a${'\u0301'.repeat(40)}.pdf`, 'stacked-marks'],
  ])('with something wrong are refused by its name: %p is %s', (name, fault) => {
    expect(sent(name)).toEqual({ fault });
  });

  it.each([undefined, '%', '%E3%81', '%ff.pdf'])('that cannot be decoded are refused: %p', (header) => {
    expect(readFileName(header)).toHaveProperty('fault');
  });

  it('that pass never hold a separator, a control character or a turn of direction, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (faultOfFileName(name) === null)
          expect(name).not.toMatch(/[/\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it.each([
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['請求書.pdf.exe', 'exe'],
    ['.pdf', ''],
    ['a.', ''],
    ['a', ''],
    ['a.pdf ', 'pdf '],
    ['a．ｐｄｆ', ''],
  ])('have the extension that stands behind the last dot: %p', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
