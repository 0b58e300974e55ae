import { fittingOptions } from './fitting-options';

const options = [
  { value: 'a', label: '報償費', reading: 'ほうしょうひ' },
  { value: 'b', label: '使用料及び賃借料', reading: 'しようりょうおよびちんしゃくりょう' },
  { value: 'c', label: 'ＰＣ・サーバー' },
] as const;
const fitting = (typed: string) => fittingOptions(options, typed).map(({ value }) => value);

it.each([
  ['', ['a', 'b', 'c']],
  ['費', ['a']],
  ['ほうしょう', ['a']],
  ['ホウシヨウ', []],
  ['ﾎｳｼｮｳ', ['a']],
  ['料 賃借', ['b']],
  ['料　ちん', ['b']],
  ['pc', ['c']],
  ['さーばー', ['c']],
  ['道路', []],
])('of the choices %s finds %s', (typed, values) => {
  expect(fitting(typed)).toEqual(values);
});
