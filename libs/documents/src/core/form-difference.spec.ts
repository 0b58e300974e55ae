import { changedMeanings, fieldClassOf } from './field-class';
import { formDifference } from './form-difference';
import type { FieldSchema, FormSchema } from './form-shape';
import { isForm } from './is-form';

const subject: FieldSchema = { type: 'string', title: '件名', maxLength: 200 };
const yen: FieldSchema = { type: 'integer', title: '金額', minimum: 0, 'x-ui': { widget: 'yen' } };
const form = (properties: FormSchema['properties'], more: Partial<FormSchema> = {}): FormSchema => ({
  type: 'object',
  title: '契約',
  properties,
  required: ['subject'],
  'x-ui': { order: Object.keys(properties) },
  ...more,
});

describe('FORM-3 what changes between two versions of a form', () => {
  it('is nothing where only the order of keys differs', () => {
    const { subject: one, ...others } = { subject, amount: yen };
    const stored = { ...form({ subject, amount: yen }), properties: { ...others, subject: one } };
    expect(formDifference(form({ subject, amount: yen }), stored, 'ja')).toEqual([]);
  });

  it('names what is added, changed and taken out, with requirement, limits, choices, columns and help', () => {
    const after = form(
      {
        subject,
        amount: { ...yen, maximum: 1_000_000, 'x-ui': { widget: 'yen', help: '税込' } },
        way: { type: 'string', title: '方法', enum: ['入札', '随契'], 'x-ui': { titleEn: 'Way', counterparty: true } },
        lines: {
          type: 'array',
          title: '内訳',
          maxItems: 20,
          items: {
            type: 'object',
            properties: { what: { type: 'string', title: '品名' } },
            'x-ui': { order: ['what'] },
          },
          'x-ui': { widget: 'table' },
        },
      },
      { required: ['subject', 'amount'] },
    );
    const before = form({ subject, amount: yen, memo: { type: 'string', title: '備考' } });
    expect(formDifference(before, after, 'ja')).toEqual([
      {
        name: 'amount',
        label: '金額',
        before: '金額 金額(円) 任意 0以上',
        after: '金額 金額(円) 必須 0以上 1,000,000以下 説明: 税込',
      },
      { name: 'way', label: '方法', before: null, after: '方法 選択 任意 [入札、随契] 相手方 英語の見出し: Way' },
      { name: 'lines', label: '内訳', before: null, after: '内訳 表 任意 20行まで 列: 品名' },
      { name: 'memo', label: '備考', before: '備考 文字 任意', after: null },
    ]);
    expect(formDifference(before, after, 'en')[0]?.after).toBe(
      '金額 amount in yen required 0 or more 1,000,000 or less help: 税込',
    );
  });

  it('tells the name of the form, and another order of the fields that stay', () => {
    const before = form({ subject, amount: yen });
    expect(formDifference(before, form({ amount: yen, subject }, { title: '契約等' }), 'ja')).toEqual([
      { name: '', label: '様式の名前', before: '契約', after: '契約等' },
      { name: '', label: '項目の順', before: '件名、金額', after: '金額、件名' },
    ]);
    expect(formDifference(null, form({ subject }), 'ja').map(({ label, before: was }) => [label, was])).toEqual([
      ['様式の名前', null],
      ['件名', null],
    ]);
  });

  it('does not hide a change that has no words: both lines would read the same', () => {
    const taxed = { ...yen, 'x-ui': { widget: 'yen', tax: 'included' } } as FieldSchema;
    const [change] = formDifference(form({ subject, amount: yen }), form({ subject, amount: taxed }), 'ja');
    expect(change?.after).toBe(`${change?.before} ほかの設定`);
  });
});

const year: FieldSchema = { type: 'integer', title: '会計年度', 'x-ui': { widget: 'fiscal-year' } };

describe('FORM-2 what a field means', () => {
  it.each<[string, FieldSchema]>([
    ['text', { type: 'string' }],
    ['textarea', { type: 'string', 'x-ui': { widget: 'textarea' } }],
    ['choice', { type: 'string', enum: ['a'] }],
    ['yen', yen],
    ['integer', { type: 'integer' }],
    ['date', { type: 'string', format: 'date' }],
    ['fiscalYear', year],
    ['flag', { type: 'boolean' }],
    ['list', { type: 'array', items: { type: 'string' } }],
    ['group', { type: 'object', properties: {} }],
    ['person', { type: 'object', 'x-ui': { widget: 'person' } }],
    ['table', { type: 'array', 'x-ui': { widget: 'table' } }],
  ])('is %s', (kind, field) => {
    expect(fieldClassOf(field)).toBe(kind);
  });

  it('is held against every earlier version, the nearest first, within tables too', () => {
    const table = (column: FieldSchema): FieldSchema => ({
      type: 'array',
      title: '内訳',
      items: { type: 'object', properties: { price: column } },
      'x-ui': { widget: 'table' },
    });
    const first = form({ subject, old: { type: 'string', title: '旧' }, lines: table({ type: 'integer' }) });
    const second = form({ subject, amount: yen });
    const next = form({
      subject: { ...subject, title: '表題', maxLength: 50 },
      old: { type: 'boolean', title: '旧' },
      lines: table({ type: 'string', title: '単価' }),
      fresh: { type: 'boolean' },
    });
    expect(changedMeanings([first, second], next)).toEqual([
      { name: 'old', label: '旧', before: 'text', after: 'flag' },
      { name: 'lines.price', label: '単価', before: 'integer', after: 'text' },
    ]);
    expect(changedMeanings([], next)).toEqual([]);
  });

  it('stays where a whole number is said to be the fiscal year that it was, and not the other way', () => {
    const [number, fiscal] = [form({ year: { type: 'integer', title: '会計年度' } }), form({ year })];
    expect(changedMeanings([number], fiscal)).toEqual([]);
    expect(changedMeanings([number, fiscal], number)).toEqual([
      { name: 'year', label: '会計年度', before: 'fiscalYear', after: 'integer' },
    ]);
  });
});

describe('a draft of a form', () => {
  it('can be shown as soon as it has the shape of one', () => {
    expect(isForm(form({ subject }))).toBe(true);
    expect(isForm({ type: 'object', properties: {} })).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['fields that are no fields', { type: 'object', properties: { a: 1 } }],
    ['a label that is no text', form({ a: { title: 1 } as unknown as FieldSchema })],
    ['choices that are no list', form({ a: { enum: 'ab' } as unknown as FieldSchema })],
    ['hints that are no object', form({ a: { 'x-ui': 'wide' } as unknown as FieldSchema })],
    ['an order of numbers', form({ subject }, { 'x-ui': { order: [1] as unknown as string[] } })],
    ['requirements that are no names', form({ subject }, { required: [1] as unknown as string[] })],
    ['items that are no field', form({ a: { type: 'array', items: [] as unknown as FieldSchema } })],
    ['201 fields', form(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, subject])))],
  ])('is not %s', (_, value) => {
    expect(isForm(value)).toBe(false);
  });
});
