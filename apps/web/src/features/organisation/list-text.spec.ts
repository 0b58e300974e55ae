import { fileOf, nameOf } from './list-text';

describe('lists that a spreadsheet has saved', () => {
  it('are known by their columns, in any order', () => {
    expect(nameOf('\uFEFFstaff_no,name,kana,login,email\r\n')).toBe('people');
    expect(nameOf('kind, staff_no ,post_code,valid_from,valid_to\n1')).toBe('assignments');
    expect(nameOf('code,name,kind,parent_code,symbol,sort,valid_from,valid_to,succeeds,kana')).toBe('orgUnits');
    expect(nameOf('code,name,org_unit_code,valid_from,valid_to')).toBe('functions');
    expect(nameOf('code,title,org_unit_code,rank,headship,valid_from,valid_to')).toBe('posts');
    expect(nameOf('staff_no,role,org_unit_code,valid_from,valid_to')).toBe('roles');
    expect(nameOf('post_code,order,acting_post_code,mode,matter_types')).toBe('actingOrders');
    expect(nameOf('code,title')).toBeNull();
    expect(nameOf('')).toBeNull();
  });

  it('are called as a package calls them', () => {
    expect([fileOf('orgUnits'), fileOf('actingOrders'), fileOf('posts')]).toEqual([
      'org_units.csv',
      'acting_orders.csv',
      'posts.csv',
    ]);
  });
});
