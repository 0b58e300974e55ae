import { pdfText, squashed } from './pdf-text';
import { expectRefusal, reader } from './refusals';
import { CONTRACT_FIELDS, type Person, type Town, openTown } from './town';

let town: Town;
let hara: Person;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
});
afterAll(() => town?.close());

const contract = (fields: object) => ({ matterType: 'contract', fields: { ...CONTRACT_FIELDS, ...fields } });

async function draft(fields: object = {}) {
  const { status, body } = await hara.post('/documents', contract(fields));
  expect(status).toBe(201);
  return body as { id: string; version: number; fields: Record<string, unknown> };
}

describe('values that a form does not take', () => {
  it.each([
    ['-1', -1, 'form.too-small'],
    ['１２０万', '１２０万', 'form.not-a-number'],
    ['10^15', 10 ** 15, 'form.too-large'],
    ['1.5', 1.5, 'form.not-a-number'],
    ['true', true, 'form.not-a-number'],
    ['an object', { yen: 1 }, 'form.not-a-number'],
    ['1e400, which JSON readers make infinite', '1e400', 'form.not-a-number'],
  ])('an amount of %s is refused when drafting and when saving, and nothing is written', async (_, amount, fault) => {
    const refusal = { status: 422, code: 'documents.invalid-fields', pointers: ['/fields/amount'] };
    const ja = await expectRefusal(town, (l) => hara.post('/documents', contract({ amount }), reader(l)), refusal);
    expect(ja.body.errors[0].code).toBe(fault);
    const { id, version } = await draft();
    await expectRefusal(
      town,
      (l) => hara.patch(`/documents/${id}`, { fields: { amount } }, { ifMatch: version, ...reader(l) }),
      refusal,
    );
  });

  it.each([
    ['a word outside the choices', { method: '随意' }, '/fields/method'],
    ['a field that the form does not have', { note: 'x' }, '/fields/note'],
    ['an array for a text', { subject: ['件名'] }, '/fields/subject'],
    ['201 characters of title', { subject: '件'.repeat(201) }, '/fields/subject'],
  ])('%s is refused at its place', async (_, fields, pointer) => {
    await expectRefusal(town, (l) => hara.post('/documents', contract(fields), reader(l)), {
      status: 422,
      code: 'documents.invalid-fields',
      pointers: [pointer],
    });
  });

  it('RULE-10 a draft without counterparty and amount is kept, and refused at submission with both places', async () => {
    const { id, version } = await draft({ counterparty: undefined, amount: undefined });
    const submit = (l: 'ja' | 'en') =>
      hara.post(`/documents/${id}/submissions`, { expectedVersion: version }, reader(l));
    const ja = await expectRefusal(town, submit, {
      status: 422,
      code: 'documents.incomplete',
      pointers: ['/fields/counterparty', '/fields/amount'],
    });
    expect(ja.body).toMatchObject({ rule: 'RULE-10', detail: '2か所を直すと起案できます。' });
    expect((await submit('en')).body.detail).toBe('Correct 2 place(s), then it can be submitted.');
    const { body } = await hara.get(`/documents/${id}`);
    expect(body).toMatchObject({ state: 'drafting', draftNumber: null, revisionNo: 0, version });
  });
});

describe('persons, units and tables in a form', () => {
  const spending = { subject: '事務用品の購入について', payee: '浜見文具店', amount: 42_000, accountingYear: 2026 };
  const investment = (fields: object) => ({
    matterType: 'it_investment',
    fields: { subject: '端末の更新', ...fields },
  });

  it('DOC-9 keep who is there by the names of today, and refuse whom nobody knows', async () => {
    const kept = await hara.post(
      '/documents',
      investment({ lead: { staffNo: '1097', name: '別人' }, office: { code: 'S22' } }),
    );
    expect(kept.body.fields).toMatchObject({
      lead: { staffNo: '1097', name: '葛\u{E0100}城 恵' },
      office: { code: 'S22', name: '財政課' },
    });
    await expectRefusal(
      town,
      (l) => hara.post('/documents', investment({ lead: { staffNo: '9999' }, office: { code: 'S99' } }), reader(l)),
      { status: 422, code: 'documents.invalid-fields', pointers: ['/fields/office', '/fields/lead'] },
    );
    for (const lead of ['原', 1097, [], { staffNo: 1097 }, { staffNo: '1097', salary: 1 }]) {
      const { status } = await hara.post('/documents', investment({ lead }));
      expect({ lead, status: status < 500 }).toEqual({ lead, status: true });
    }
  });

  it('find units by name, reading, symbol and the name of their head', async () => {
    for (const search of ['財政課', 'ざいせいか', '浜財', '財部']) {
      const { body } = await hara.get(`/units?search=${encodeURIComponent(search)}`);
      expect({ search, units: body.items.map(({ code }: { code: string }) => code) }).toMatchObject({
        search,
        units: expect.arrayContaining(['S22']),
      });
    }
  });

  it('DOC-8 a fault in a table names row and column in the reader’s language', async () => {
    const lines = [
      { item: '机', total: 30_000 },
      { item: '椅子', total: '約1万' },
    ];
    const post = (l: 'ja' | 'en') =>
      hara.post('/documents', { matterType: 'spending', fields: { ...spending, lines } }, reader(l));
    const ja = await expectRefusal(town, post, {
      status: 422,
      code: 'documents.invalid-fields',
      pointers: ['/fields/lines/1/total'],
    });
    expect(ja.body.errors[0].detail).toMatch(/^「内訳」2行目「金額（円）」: /);
    expect((await post('en')).body.errors[0].detail).toMatch(/^内訳, row 2, 金額（円）: /);
  });

  it('DOC-8 stand on the printed sheet with their sum, over as many pages as they need', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({
      item: `用品その${at + 1}`,
      quantity: 2,
      total: 1_000 + at,
    }));
    const { body } = await hara.post('/documents', { matterType: 'spending', fields: { ...spending, lines } });
    const { bytes } = await hara.bytes(`/documents/${body.id}/sheet.pdf`);
    const text = squashed(await pdfText(bytes));
    for (const words of ['用品その1', '用品その60', '1,059円', '合計', '61,770円']) expect(text).toContain(words);
    expect(text.split('納品日').length - 1).toBeGreaterThan(1);
  });
});
