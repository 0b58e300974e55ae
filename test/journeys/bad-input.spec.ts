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
