import { nameOf } from './list-text';

describe('lists that a spreadsheet has saved', () => {
  it('are known by their columns, in any order', () => {
    expect(nameOf('\uFEFFstaff_no,name,kana,login,email\r\n')).toBe('people');
    expect(nameOf('kind, staff_no ,post_code,valid_from,valid_to\n1')).toBe('assignments');
    expect(nameOf('code,title')).toBeNull();
    expect(nameOf('')).toBeNull();
  });
});
