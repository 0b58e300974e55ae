import { storablePages } from './page-texts';

describe('SCN-11 text of pages', () => {
  it('keeps page numbers when pages without text fall out', () => {
    expect(storablePages(['', '二', ' \r\n ', '四'])).toEqual([
      { page: 2, text: '二' },
      { page: 4, text: '四' },
    ]);
  });

  it('holds nothing that the database would refuse or silently change', () => {
    const [page] = storablePages(['a\u0000b\r\nc\rd\uD800e葛\u{E0100}']);
    expect(page?.text).toBe('ab\nc\nd\uFFFDe葛\u{E0100}');
    expect(page?.text.isWellFormed()).toBe(true);
  });
});
