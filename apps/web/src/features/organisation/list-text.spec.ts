import { nameOf, textOf } from './list-text';

describe('lists that a spreadsheet has saved', () => {
  it('are read as UTF-8, or as Shift_JIS where they are not', () => {
    expect(textOf(new TextEncoder().encode('星野'))).toBe('星野');
    expect(textOf(Uint8Array.from([0x90, 0xaf, 0x96, 0xec]))).toBe('星野');
  });

  it('are known by their columns, in any order', () => {
    expect(nameOf('\uFEFFstaff_no,name,kana,login,email\r\n')).toBe('people');
    expect(nameOf('kind, staff_no ,post_code,valid_from,valid_to\n1')).toBe('assignments');
    expect(nameOf('code,title')).toBeNull();
    expect(nameOf('')).toBeNull();
  });
});
