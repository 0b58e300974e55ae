import fc from 'fast-check';
import { compareAttachments, compareText } from './compare';
import { type DocumentContent, openContent, sealContent } from './content';

const content = (attachments: string[], fields: Record<string, unknown> = {}): DocumentContent => ({
  matterType: 'contract',
  form: { name: 'contract', version: 1 },
  fields,
  classCode: '20-01-01',
  disclosureClass: 'open',
  confidentiality: 'none',
  attachments: attachments.map((id) => ({ id, fileName: `${id}.pdf`, label: null, sha256: 'a'.repeat(64) })),
});

describe('revisions', () => {
  it('DOC-4 differ by words, and the parts give both texts back', () => {
    expect(
      compareText('契約金額 6,480,000円', '契約金額 7,120,000円').filter(({ kind }) => kind !== 'same').length,
    ).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = compareText(before, after);
        const text = (skip: string) =>
          parts
            .filter(({ kind }) => kind !== skip)
            .map((part) => part.text)
            .join('');
        return text('added') === before && text('removed') === after;
      }),
    );
  });

  it('name added, removed and reordered attachments', () => {
    expect(compareAttachments(content(['a', 'b']), content(['b', 'a', 'c']))).toEqual([
      { change: 'added', fileName: 'c.pdf' },
      { change: 'reordered', fileName: 'b.pdf' },
      { change: 'reordered', fileName: 'a.pdf' },
    ]);
    expect(compareAttachments(content(['a', 'b']), content(['b']))).toEqual([{ change: 'removed', fileName: 'a.pdf' }]);
    expect(compareAttachments(content(['a']), content(['a']))).toEqual([]);
  });

  it('DOC-1 seal to one digest whatever the order of the fields, and to another when anything changes', () => {
    const digest = (fields: Record<string, unknown>, files: string[] = []) =>
      sealContent(content(files, fields)).digest.toString('hex');
    expect(digest({ a: 1, b: '葛\u{E0100}' })).toBe(digest({ b: '葛\u{E0100}', a: 1 }));
    expect(digest({ b: '葛' })).not.toBe(digest({ b: '葛\u{E0100}' }));
    expect(digest({}, ['a', 'b'])).not.toBe(digest({}, ['b', 'a']));
    expect(openContent(sealContent(content(['a'], { amount: 5 })).canonical)).toMatchObject(
      content(['a'], { amount: 5 }),
    );
  });
});
