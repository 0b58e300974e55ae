import fc from 'fast-check';
import { folderOf, safeName } from './package-paths';

describe('Paths of a package', () => {
  it('SEA-34 cannot climb and fit every file system', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('../../x', '..', 'a/b', 'C:\\x', '')),
        (text) => {
          const name = safeName(text);
          expect(name).not.toMatch(/[\\/:*?"<>|]|^\.|\.$/u);
          expect(name).not.toBe('');
          expect([...name].length).toBeLessThanOrEqual(90);
        },
      ),
    );
    expect(safeName('見積書.pdf')).toBe('見積書.pdf');
    expect(folderOf(3, { number: '8総第1号', title: '契約/工事' })).toBe('0003_8総第1号_契約_工事');
  });
});
