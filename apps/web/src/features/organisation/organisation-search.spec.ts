import { organisationSearch } from './organisation-search';

describe('the address of the chart', () => {
  it('says unit, person and day; what cannot be read is as if it were not there', () => {
    expect(organisationSearch({ unit: 'S31', staff: 1016, on: '2027-04-01' })).toEqual({
      unit: 'S31',
      staff: '1016',
      on: '2027-04-01',
    });
    expect(organisationSearch({ unit: '../x', staff: '', on: 'tomorrow', more: 1 })).toEqual({});
  });
});
