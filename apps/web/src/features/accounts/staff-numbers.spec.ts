import { staffNosIn } from './staff-numbers';

test('takes the first column of a CSV or a spreadsheet, once each, without its heading', () => {
  expect(staffNosIn('staff_no,name\r\n1001,原 大地\n"1002",後藤\n１００３\t深川\n\n1001\n職員番号')).toEqual([
    '1001',
    '1002',
    '1003',
  ]);
});
