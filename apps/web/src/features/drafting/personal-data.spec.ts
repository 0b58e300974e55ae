import type { FieldSpec } from '../../shared/form/field-spec';
import { isMyNumber, personalTraces } from './personal-data';

const spec = (name: string, label: string) => ({ name, label, kind: 'textarea', children: [] }) as unknown as FieldSpec;
const kinds = (text: string) => personalTraces([spec('body', '本文')], { body: text }).map(({ kind }) => kind);

test('what reads like the data of a person is named with its field', () => {
  expect(personalTraces([spec('body', '本文'), spec('to', '宛先')], { body: '090-1234-5678', to: '町内会長' })).toEqual(
    [{ label: '本文', kind: 'phone' }],
  );
  expect(kinds('連絡先 ０２３－４５６－７８９０')).toEqual(['phone']);
  expect(kinds('taro@example.jp')).toEqual(['email']);
  expect(kinds('昭和20年3月5日生')).toEqual(['birthday']);
  expect(kinds('浜見町港2丁目3番4号')).toEqual(['address']);
});

test('numbers of documents, budgets and dates are none', () => {
  for (const text of [
    '8浜福第12号',
    '3款1項2目12節',
    '令和8年11月22日',
    '1,200,000円',
    '20-01-01',
    '契約締結の日から令和9年3月31日まで',
  ])
    expect([text, kinds(text)]).toEqual([text, []]);
});

test('an individual number is one only when its last digit checks the others', () => {
  expect(isMyNumber('123456789018')).toBe(true);
  expect(isMyNumber('123456789012')).toBe(false);
  expect(kinds('個人番号 1234 5678 9018')).toEqual(['myNumber']);
  expect(kinds('1234-5678-9012')).toEqual([]);
});
