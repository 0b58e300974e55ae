import fc from 'fast-check';
import { allowedExtensions, fileTypeOf } from './file-types';
import type { Findings } from './findings';
import { judgeContent } from './judge-content';

const found = (content: string, more: Partial<Findings> = {}): Findings => ({
  content,
  readableAsText: content === 'text',
  pages: null,
  activeContent: [],
  broken: null,
  ...more,
});
const type = (extension: string) => fileTypeOf(extension)!;

describe('SCN-3 the types that may be kept', () => {
  it('are those that open in thirty years, and nothing that runs', () => {
    expect(allowedExtensions).toEqual('pdf png jpg jpeg tif tiff docx xlsx pptx odt ods odp txt csv eml'.split(' '));
    for (const extension of ['exe', 'js', 'svg', 'html', 'xml', 'docm', 'xls', 'zip', 'lnk', ''])
      expect(fileTypeOf(extension)).toBeNull();
  });
});

describe('SCN-4 name and content must agree', () => {
  it.each([
    ['pdf', 'pdf'],
    ['jpeg', 'jpg'],
    ['tiff', 'tif'],
    ['docx', 'docx'],
    ['odp', 'odp'],
    ['csv', 'text'],
  ])('.%s is accepted for %s', (extension, content) => {
    expect(judgeContent(type(extension), found(content)).accepted).toBe(true);
  });

  it.each([
    ['pdf', 'exe'],
    ['pdf', 'zip'],
    ['png', 'jpg'],
    ['docx', 'xlsx'],
    ['xlsx', 'zip'],
    ['docx', 'text'],
    ['txt', 'exe'],
    ['txt', 'unknown'],
    ['pdf', 'unknown'],
  ])('.%s is refused for %s, naming it', (extension, actual) => {
    expect(judgeContent(type(extension), found(actual))).toEqual({ accepted: false, mismatch: actual });
  });

  it('refuses a PDF that calls itself text although it is readable', () => {
    expect(judgeContent(type('txt'), found('pdf', { readableAsText: true }))).toEqual({
      accepted: false,
      mismatch: 'pdf',
    });
  });

  it('accepts a text whose first letters happen to be a signature', () => {
    expect(judgeContent(type('csv'), found('bmp', { readableAsText: true })).accepted).toBe(true);
  });

  it('never accepts what is not allowed or not what it claims, whatever else was found', () => {
    const findings = fc.record({
      content: fc.constantFrom('pdf', 'png', 'docx', 'exe', 'zip', 'cfb', 'unknown', 'text'),
      readableAsText: fc.boolean(),
      pages: fc.option(fc.nat()),
      activeContent: fc.array(fc.string()),
      broken: fc.constantFrom(null, 'encrypted' as const, 'unreadable' as const),
    });
    fc.assert(
      fc.property(fc.constantFrom(...allowedExtensions), findings, (extension, finding) => {
        const claimed = type(extension);
        const verdict = judgeContent(claimed, finding);
        if (!verdict.accepted) return;
        expect(finding.broken === null || claimed.family === 'text').toBe(true);
        expect(claimed.family === 'text' ? finding.readableAsText : finding.content === claimed.content).toBe(true);
      }),
    );
  });
});

describe('SCN-5 content must be whole', () => {
  it('refuses a broken file by its reason', () => {
    expect(judgeContent(type('pdf'), found('pdf', { broken: 'cut-off' }))).toEqual({
      accepted: false,
      broken: 'cut-off',
    });
  });

  it('says of a compound file under an Office name that it is locked or old, not that it is something else', () => {
    expect(judgeContent(type('docx'), found('cfb'))).toEqual({ accepted: false, broken: 'encrypted' });
  });

  it('says of an Office file that could not be unpacked far enough to be known why that is', () => {
    const bomb = found('zip', { broken: 'unpacks-too-large' });
    expect(judgeContent(type('docx'), bomb)).toEqual({ accepted: false, broken: 'unpacks-too-large' });
    expect(judgeContent(type('pdf'), bomb)).toEqual({ accepted: false, mismatch: 'zip' });
  });

  it('keeps pages and active content of what it accepts', () => {
    const verdict = judgeContent(type('pdf'), found('pdf', { pages: 3, activeContent: ['JavaScript'] }));
    expect(verdict).toEqual({ accepted: true, pages: 3, activeContent: ['JavaScript'] });
  });
});
