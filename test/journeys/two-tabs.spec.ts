import { expectRefusal, reader, rowCounts } from './refusals';
import { CONTRACT_FIELDS, type Person, type Town, openTown } from './town';

let town: Town;
let hara: Person;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
});
afterAll(() => town?.close());

const draft = async () =>
  (await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS })).body as {
    id: string;
    version: number;
  };
const count = async (statement: string, id: string): Promise<number> =>
  (await town.database.dataSource.query(`select count(*)::int as n from ${statement}`, [id]))[0].n;

describe('two tabs of one person on one draft', () => {
  it('the second save is told that the first was there, and what the first wrote stays', async () => {
    const { id, version } = await draft();
    const save = (reason: string) =>
      hara.patch(`/documents/${id}`, { fields: { ...CONTRACT_FIELDS, reason } }, { ifMatch: version });
    expect((await save('一つ目の画面で書いた理由')).status).toBe(200);
    await expectRefusal(
      town,
      (l) => hara.patch(`/documents/${id}`, { fields: {} }, { ifMatch: version, ...reader(l) }),
      { status: 412, code: 'documents.changed-meanwhile' },
    );
    const { body } = await hara.get(`/documents/${id}`);
    expect(body.fields.reason).toBe('一つ目の画面で書いた理由');
    expect((await save('遅れて届いた保存')).body.currentVersion).toBe(body.version);
  });

  it('ten saves at once: one is kept whole, nine are told', async () => {
    const { id, version } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        hara.patch(
          `/documents/${id}`,
          { fields: { ...CONTRACT_FIELDS, reason: `理由${n}`, term: `期間${n}` } },
          { ifMatch: version },
        ),
      ),
    );
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, ...Array<number>(9).fill(412)]);
    const { body } = await hara.get(`/documents/${id}`);
    expect(body.version).toBe(version + 1);
    expect(body.fields.term).toBe(body.fields.reason.replace('理由', '期間'));
  });

  it('submitting in both at once makes one revision, one case and one draft number', async () => {
    const { id, version } = await draft();
    const submit = () => hara.post(`/documents/${id}/submissions`, { expectedVersion: version });
    const answers = await Promise.all([submit(), submit(), submit(), submit()]);
    const won = answers.filter((a) => a.status === 201);
    const told = answers.filter((a) => a.status !== 201);
    expect(won).toHaveLength(1);
    for (const { status, body } of told) {
      expect([409, 412]).toContain(status);
      expect(body.detail).not.toBe('');
    }
    expect(await count('documents.revision where document_id = $1', id)).toBe(1);
    expect(await count('documents.issued_number where document_id = $1', id)).toBe(1);
    expect(await count('approvals.approval_case where document_id = $1 and round = 1', id)).toBe(1);
    expect(await count("ledger.entry where subject_id = $1 and kind = 'approvals.submitted'", id)).toBe(1);
  });

  it('saving in one and submitting in the other never submits what nobody saw', async () => {
    for (let n = 0; n < 5; n++) {
      const { id, version } = await draft();
      const fields = { ...CONTRACT_FIELDS, amount: 2_000_000 };
      const [saved, submitted] = await Promise.all([
        hara.patch(`/documents/${id}`, { fields }, { ifMatch: version }),
        hara.post(`/documents/${id}/submissions`, { expectedVersion: version }),
      ]);
      const { body } = await hara.get(`/documents/${id}`);
      if (submitted.status === 201) {
        expect([409, 412]).toContain(saved.status);
        expect(body).toMatchObject({ state: 'circulating', fields: { amount: CONTRACT_FIELDS.amount } });
      } else {
        expect({ saved: saved.status, submitted: submitted.status }).toEqual({ saved: 200, submitted: 412 });
        expect(body).toMatchObject({ state: 'drafting', fields: { amount: 2_000_000 }, draftNumber: null });
      }
    }
  });

  it('a submission that is refused takes no number and leaves no trace', async () => {
    const { id, version } = await draft();
    await expectRefusal(
      town,
      (l) => hara.post(`/documents/${id}/submissions`, { expectedVersion: version + 1 }, reader(l)),
      { status: 412, code: 'documents.changed-meanwhile' },
    );
    const before = await rowCounts(town);
    expect((await hara.post(`/documents/${id}/submissions`, { expectedVersion: 0 })).status).toBe(422);
    expect(await rowCounts(town)).toBe(before);
  });
});
