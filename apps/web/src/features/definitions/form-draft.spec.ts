import {
  type FormSchema,
  asFiscalYear,
  fieldOfKind,
  fieldsOf,
  freeName,
  isParty,
  spelled,
  withFields,
  withHint,
  withKeyword,
  withParty,
} from './form-draft';

const form: FormSchema = {
  title: '契約',
  type: 'object',
  properties: {
    amount: { type: 'integer', title: '金額', 'x-ui': { widget: 'yen', tax: 'included' } },
    subject: { type: 'string', title: '件名' },
    late: { type: 'string', title: '後から' },
  },
  required: ['subject'],
  additionalProperties: false,
  'x-ui': { order: ['subject', 'amount', 'gone'] },
};

describe('a form as it is edited', () => {
  it('stands in the order of its hints, what they leave out last', () => {
    expect(fieldsOf(form).map(({ name, required }) => [name, required])).toEqual([
      ['subject', true],
      ['amount', false],
      ['late', false],
    ]);
  });

  it('comes back as it was but for what was changed', () => {
    const [subject, amount, late] = fieldsOf(form);
    if (!subject || !amount || !late) throw new Error('three fields');
    const changed = withFields(form, [amount, { ...subject, required: false }]);
    expect(changed).toEqual({
      ...form,
      properties: { amount: form.properties.amount, subject: form.properties.subject },
      required: [],
      'x-ui': { order: ['amount', 'subject'] },
    });
  });

  it('FORM-2 a new field takes a free name, and keeps its words when another kind is chosen', () => {
    expect(freeName('text', ['text1', 'text3'])).toBe('text2');
    const field = {
      type: 'string',
      title: '支払',
      maxLength: 9,
      'x-ui': { help: '円', titleEn: 'Pay', widget: 'textarea' },
    };
    expect(fieldOfKind('yen', field)).toEqual({
      type: 'integer',
      minimum: 0,
      title: '支払',
      'x-ui': { widget: 'yen', help: '円', titleEn: 'Pay' },
    });
    expect(fieldOfKind('flag', {})).toEqual({ type: 'boolean' });
  });

  it('FORM-2 a whole number is said to be a fiscal year, and keeps all else', () => {
    const field = { type: 'integer', title: '会計年度', minimum: 2000, 'x-ui': { help: '支出の年度' } };
    expect(asFiscalYear(field)).toEqual({ ...field, 'x-ui': { help: '支出の年度', widget: 'fiscal-year' } });
  });

  it('FORM-6 a field names the other party as it says, else by its name', () => {
    const placed = (name: string, counterparty?: boolean) => {
      const field = { type: 'string', ...(counterparty === undefined ? {} : { 'x-ui': { counterparty } }) };
      return { name, field, required: false };
    };
    const told = [placed('owner'), placed('owner', true), placed('applicant'), placed('applicant', false)];
    expect(told.map(isParty)).toEqual([false, true, true, false]);
    expect(withParty(placed('applicant'), false)).toEqual(placed('applicant', false).field);
    expect(withParty(placed('applicant', false), true)).toEqual(placed('applicant').field);
    expect(withParty(placed('owner'), true)).toEqual(placed('owner', true).field);
  });

  it('says nothing where nothing is said', () => {
    expect(withHint(withHint({ type: 'string' }, 'help', '短く'), 'help', '')).toEqual({ type: 'string' });
    expect(withKeyword(withKeyword({ type: 'integer' }, 'minimum', 0), 'minimum', null)).toEqual({ type: 'integer' });
  });

  it('is the same whatever the order of its keys, and another in another order of its lists', () => {
    expect(spelled({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(spelled({ b: { d: [1, 2], c: 2 }, a: 1 }));
    expect(spelled([1, 2])).not.toBe(spelled([2, 1]));
  });
});
