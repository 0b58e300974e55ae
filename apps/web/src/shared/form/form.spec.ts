import fc from 'fast-check';
import { fieldSpecs } from './field-spec';
import { rawValues } from './raw-values';
import { readFields } from './read-fields';

const today = { today: '2026-11-22' };
const schema = {
  type: 'object',
  properties: {
    amount: {
      type: 'integer',
      minimum: 0,
      maximum: 99_999_999_999,
      title: '契約金額（円・税込）',
      'x-ui': { widget: 'yen' },
    },
    subject: { type: 'string', minLength: 1, maxLength: 20, title: '件名' },
    method: { type: 'string', enum: ['一般競争入札', '随意契約'], title: '契約の方法' },
    reason: { type: 'string', title: '理由', 'x-ui': { widget: 'textarea' } },
    reviewOn: { type: 'string', format: 'date', title: '検証日', 'x-ui': { widget: 'wareki-date' } },
    items: { type: 'array', items: { type: 'string' }, title: '対象簿冊' },
    effect: {
      type: 'object',
      title: '効果',
      properties: { hours: { type: 'number', minimum: 0, title: '時間' }, sheets: { type: 'integer', title: '枚数' } },
    },
  },
  required: ['subject', 'amount', 'effect', 'items'],
  'x-ui': { order: ['subject', 'amount', 'gone', 'method'] },
};
const specs = fieldSpecs(schema);

describe('a form definition becomes fields', () => {
  test('in the stated order, the rest after it, unknown names skipped', () => {
    expect(specs.map((spec) => spec.name)).toEqual([
      'subject',
      'amount',
      'method',
      'reason',
      'reviewOn',
      'items',
      'effect',
    ]);
  });

  test('with the kind the widget, the choices or the type ask for', () => {
    expect(specs.map((spec) => spec.kind)).toEqual(['text', 'yen', 'choice', 'textarea', 'date', 'list', 'group']);
    expect(specs[6]?.children.map((spec) => spec.kind)).toEqual(['number', 'integer']);
    expect(specs[0]).toMatchObject({ label: '件名', required: true, maxLength: 20 });
  });

  test('what is no schema has no fields', () => {
    expect(fieldSpecs(null)).toEqual([]);
    expect(fieldSpecs('x')).toEqual([]);
  });
});

describe('what is typed becomes fields to save', () => {
  const typed = {
    subject: '市道桜線',
    amount: '６，４８０，０００円',
    method: '随意契約',
    reason: '',
    reviewOn: 'R8.12.1',
    items: ['一', ' ', '二'],
    effect: { hours: '１０．５', sheets: '' },
  };

  test('in the types of the schema, empty ones left out', () => {
    expect(readFields(specs, typed, today)).toEqual({
      errors: [],
      fields: {
        subject: '市道桜線',
        amount: 6480000,
        method: '随意契約',
        reviewOn: '2026-12-01',
        items: ['一', '二'],
        effect: { hours: 10.5 },
      },
    });
  });

  test('with every error at its input, and nothing unreadable saved', () => {
    const { fields, errors } = readFields(
      specs,
      {
        ...typed,
        subject: 'あ'.repeat(21),
        amount: '648万',
        reviewOn: 'R8.2.30',
        items: [],
        effect: { hours: '-1', sheets: 'x' },
      },
      today,
    );
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['subject', 'too-long'],
      ['amount', 'unit'],
      ['reviewOn', 'no-such-day'],
      ['items', 'required'],
      ['effect.hours', 'too-small'],
      ['effect.sheets', 'not-a-number'],
      ['effect.hours', 'required'],
    ]);
    expect(fields).toEqual({ method: '随意契約' });
  });

  test('an ideographic variation sequence counts and is kept as typed', () => {
    const name = '渡邉\u{E0102}';
    expect(readFields(specs, { ...typed, subject: name }, today).fields).toMatchObject({ subject: name });
  });

  test('saved fields shown and read again are the same fields', () => {
    const fields = fc.record({
      subject: fc.stringMatching(/^[ぁ-ん一-龠a-z]{1,20}$/u),
      amount: fc.integer({ min: 0, max: 99_999_999_999 }),
      method: fc.constantFrom('一般競争入札', '随意契約'),
      reviewOn: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
      items: fc.array(fc.stringMatching(/^[a-z]{1,5}$/u), { minLength: 1, maxLength: 3 }),
      effect: fc.record({ sheets: fc.integer() }),
    });
    fc.assert(
      fc.property(fields, (saved) => {
        expect(readFields(specs, rawValues(specs, saved), today)).toEqual({ errors: [], fields: saved });
      }),
    );
  });
});

describe('a fiscal year', () => {
  const years = fieldSpecs({
    type: 'object',
    properties: { year: { type: 'integer', title: '会計年度', 'x-ui': { widget: 'fiscal-year' } } },
  });

  test('is stored as the year in which it begins, and shown in the era', () => {
    expect(readFields(years, { year: 'R8' }, today)).toEqual({ fields: { year: 2026 }, errors: [] });
    expect(rawValues(years, { year: 2026 })).toEqual({ year: '令和8年度' });
  });

  test('that cannot be read is said, and nothing is stored', () => {
    expect(readFields(years, { year: '来年' }, today)).toMatchObject({ fields: {}, errors: [{ code: 'not-a-year' }] });
  });
});
