import { expectRefusal, reader } from './refusals';
import { type Person, type Town, act, openTown, submitContract } from './town';

let town: Town;
let hara: Person;
let rejected: string;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
  rejected = await submitContract(town, { fields: { subject: '送迎車両の借上げについて' } });
  const taken = await act(town, 'goto', rejected, 'return', { comment: '相手方を選び直してください。' });
  expect(taken.status).toBe(201);
  const { status } = await hara.post(`/documents/${rejected}/acts`, { kind: 'withdraw' });
  expect(status).toBe(201);
});
afterAll(() => town?.close());

describe('再起案 (RULE-52)', () => {
  it('copies content and names both ends of the link; the old document stays as it was', async () => {
    const { body: before } = await hara.get(`/documents/${rejected}`);
    expect(before.allowed).toEqual(['redraft']);
    const { status, body: draft } = await hara.post(`/documents/${rejected}/redrafts`, {});
    expect(status).toBe(201);
    expect(draft).toMatchObject({ state: 'drafting', title: before.title, fields: before.fields, draftNumber: null });
    expect(draft.attributes.classCode).toBe(before.attributes.classCode);
    expect(draft.relatives).toMatchObject([{ id: rejected, relation: 'origin', number: before.draftNumber }]);
    const { body: after } = await hara.get(`/documents/${rejected}`);
    expect(after.relatives).toMatchObject([{ id: draft.id, relation: 'follower', state: 'drafting' }]);
    expect({ ...after, relatives: [] }).toEqual({ ...before, relatives: [] });
  });

  it('a colleague sees no draft of somebody else at the other end, and drafts one of their own', async () => {
    const goto = await town.as('goto');
    expect((await goto.get(`/documents/${rejected}`)).body.relatives).toEqual([]);
    const { body: own } = await goto.post(`/documents/${rejected}/redrafts`, {});
    expect(own.drafter.name).toContain('後藤');
    expect((await goto.get(`/documents/${rejected}`)).body.relatives).toMatchObject([{ id: own.id }]);
  });

  it('DOC-11 what is not possible now is named with the reason, in the reader’s language, to whom it concerns', async () => {
    const running = await submitContract(town);
    const seen = async (login: string, language: 'ja' | 'en' = 'ja') =>
      (await (await town.as(login)).get(`/documents/${running}`, reader(language).headers)).body;
    const { allowed, refused } = await seen('hara');
    expect(allowed).toEqual([]);
    expect(refused.map(({ act: one, code, rule }: any) => [one, code, rule])).toEqual([
      ['edit', 'documents.not-editable', 'RULE-61'],
      ['attach', 'documents.not-editable', 'RULE-61'],
      ['submit', 'documents.not-editable', 'RULE-61'],
      ['redraft', 'documents.not-finished', 'RULE-52'],
      ['add_file', 'documents.not-decided', 'RULE-61'],
    ]);
    expect(refused[0].detail).toContain('引戻し');
    expect((await seen('hara', 'en')).refused[0]).toMatchObject({ title: 'Not editable now' });
    const approver = await seen('goto');
    expect([approver.allowed, approver.refused]).toEqual([[], []]);
  });

  it('what is still going round is not drafted anew', async () => {
    const running = await submitContract(town);
    await expectRefusal(town, (l) => hara.post(`/documents/${running}/redrafts`, {}, reader(l)), {
      status: 409,
      code: 'documents.not-finished',
    });
  });
});

describe('what lies on the desk of the drafter', () => {
  it('is compared with the revision that came back, substance marked', async () => {
    const running = await submitContract(town);
    await act(town, 'goto', running, 'return', { comment: '金額を改めてください。' });
    const { body } = await hara.get(`/documents/${running}`);
    const since = async () => (await hara.get(`/documents/${running}/changes?from=1`)).body;
    expect(await since()).toMatchObject({ from: 1, to: 2, fields: [], attachments: [] });
    const fields = { ...body.fields, amount: 1_350_000, budgetItem: '3款1項2目13節' };
    await hara.patch(`/documents/${running}`, { fields }, { ifMatch: body.version });
    const marks = (await since()).fields.map((one: { name: string; substance: boolean }) => [one.name, one.substance]);
    expect(new Map(marks)).toEqual(
      new Map([
        ['amount', true],
        ['budgetItem', false],
      ]),
    );
  });
});

describe('the directory', () => {
  it('finds a post by its head as one word, by unit and by the reading of its holder', async () => {
    for (const search of ['財政課長', '財政課 課長', 'たからべ']) {
      const { body } = await hara.get(`/posts?search=${encodeURIComponent(search)}`);
      const [first] = body.items;
      expect({ search, ...first }).toMatchObject({ search, unitName: '財政課', postTitle: '課長' });
      expect(first.holderName).toContain('財部');
    }
  });
});

describe('the revision a reader has judged', () => {
  it('is null before, and the one they acted in afterwards', async () => {
    const running = await submitContract(town);
    const goto = await town.as('goto');
    expect((await goto.get(`/documents/${running}/approval`)).body.actedRevisionNo).toBeNull();
    await act(town, 'goto', running);
    expect((await goto.get(`/documents/${running}/approval`)).body.actedRevisionNo).toBe(1);
  });
});
