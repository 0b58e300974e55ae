import { formFaults } from './form-faults';

const form = (changes: Record<string, unknown> = {}, amount: unknown = { type: 'integer', title: '金額' }) => ({
  type: 'object',
  properties: { subject: { type: 'string', title: '件名' }, amount },
  required: ['subject'],
  additionalProperties: false,
  ...changes,
});
const found = (value: unknown) => formFaults(value).map(({ pointer, code }) => [pointer, code]);

describe('a form of the municipality package', () => {
  it('with a subject and fields that compile has no fault', () => {
    expect(formFaults(form())).toEqual([]);
  });

  it.each([
    ['a list', []],
    ['a schema of something else', { type: 'string' }],
    ['a schema without fields', { type: 'object' }],
    ['nothing', null],
  ])('is not %s', (_, value) => {
    expect(found(value)).toEqual([['', 'package.bad-form']]);
  });

  it('needs a subject that has to be filled in: documents are called by it', () => {
    const { amount } = form().properties;
    expect(found(form({ properties: { amount }, required: [] }))).toEqual([
      ['/properties/subject', 'package.form-without-subject'],
    ]);
    expect(found(form({ required: [] }))).toEqual([['/required', 'package.form-without-subject']]);
  });

  it('has whole yen as its amount, because the delegation table compares it', () => {
    expect(found(form({}, { type: 'string' }))).toEqual([['/properties/amount', 'package.bad-form']]);
  });

  it('names no field that it does not have', () => {
    const misspelt = form({ required: ['subject', 'amuont'], 'x-ui': { order: ['subject', 'total'] } });
    expect(found(misspelt)).toEqual([
      ['/required/1', 'package.bad-form'],
      ['/x-ui/order/1', 'package.bad-form'],
    ]);
  });

  it('NUM-14 gives a series of their own to choices that it has', () => {
    const kind = { enum: ['条例', '訓令'], 'x-ui': { series: { 条例: 'S-1', 訓今: 'S-2' } } };
    expect(found(form({ properties: { ...form().properties, kind } }))).toEqual([
      ['/properties/kind/x-ui/series', 'package.bad-form'],
    ]);
  });

  it('has whole numbers as fiscal years, in tables and groups as well', () => {
    const year = (type: string) => ({ type, title: '年度', 'x-ui': { widget: 'fiscal-year' } });
    const placed = (type: string) => ({
      year: year(type),
      group: { type: 'object', properties: { year: year(type) } },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { year: year(type) }, 'x-ui': { order: ['year'] } },
        'x-ui': { widget: 'table' },
      },
    });
    const saying = (type: string) => found(form({ properties: { ...form().properties, ...placed(type) } }));
    expect(saying('integer')).toEqual([]);
    expect(saying('string')).toEqual([
      ['/properties/year', 'package.bad-form'],
      ['/properties/group/properties/year', 'package.bad-form'],
      ['/properties/lines/items/properties/year', 'package.bad-form'],
    ]);
  });

  it('FORM-6 says of a field whether it names the other party, or nothing', () => {
    const saying = (counterparty: unknown) =>
      found(form({ properties: { ...form().properties, owner: { type: 'string', 'x-ui': { counterparty } } } }));
    expect([saying(true), saying(false)]).toEqual([[], []]);
    expect(saying('yes')).toEqual([['/properties/owner/x-ui/counterparty', 'package.bad-form']]);
  });

  it.each([
    ['a type that does not exist', { type: 'integer', minimum: 'zero' }, '/properties/amount/minimum'],
    ['a keyword that does not exist', { type: 'integer', minimun: 0 }, '/properties/amount/minimun'],
    ['a limit for another type', { type: 'integer', maxLength: 3 }, '/properties/amount'],
    ['a field that is no object', 'integer', '/properties/amount'],
  ])('says where %s stands', (_, amount, pointer) => {
    expect(found(form({}, amount))).toEqual([[pointer, 'package.bad-form']]);
  });
});
