import { csvOf } from './csv';

test('cells are quoted where they must be, and none becomes a formula', () => {
  expect(
    csvOf([
      ['件名', '件数'],
      ['「a,b」の"件"', 3],
      ['=1+1', null],
      ['一行\n二行', -2],
    ]),
  ).toBe('\uFEFF件名,件数\r\n"「a,b」の""件""",3\r\n\'=1+1,\r\n"一行\n二行",-2\r\n');
});
