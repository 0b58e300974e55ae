import { randomUUID } from 'node:crypto';
import { approveAll, loginOf } from './disposals';
import { reimport, reimportSettings } from './scenarios';
import { CONTRACT_FIELDS, type Town, act, openTown, submitContract } from './town';

const KEEPER = 'chiba';

/** Forms drafted, decided and published in the application; documents keep theirs (FORM-1 to FORM-5, RULE-100, RULE-104). */
describe('keeping forms', () => {
  let town: Town;
  let running: string;
  let written: string;
  beforeAll(async () => {
    town = await openTown();
    await reimportSettings(town, { graceSeconds: 0 });
    running = await submitContract(town);
    const draft = await (await town.as('hara')).post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
    written = draft.body.id;
  });
  afterAll(() => town?.close());

  const as = (login = KEEPER) => town.as(login);
  const contract = async () => {
    const { items } = (await (await as()).get('/definitions')).body;
    return items.find((one: any) => one.kind === 'form' && one.code === 'contract');
  };
  const begin = async (body: object = { kind: 'form', code: 'contract' }, login = KEEPER) =>
    (await as(login)).post('/definition-drafts', body);
  const read = async (id: number, login = KEEPER) => (await (await as(login)).get(`/definition-drafts/${id}`)).body;
  const send = async (method: string, path: string, { body, revision }: { body?: unknown; revision: number }) =>
    (await as()).request(method, path, body === undefined ? undefined : JSON.stringify(body), {
      key: randomUUID(),
      ifMatch: revision,
    });
  const save = (draft: any, content: unknown, note: string | null = null) =>
    send('PUT', `/definition-drafts/${draft.id}`, { body: { content, note }, revision: draft.revision });
  const propose = (draft: any, validFrom: string) =>
    send('POST', `/definition-drafts/${draft.id}/publication`, { body: { validFrom }, revision: draft.revision });
  const withField = (content: any, name: string, field: object) => ({
    ...content,
    properties: { ...content.properties, [name]: field },
    'x-ui': { ...content['x-ui'], order: [...content['x-ui'].order, name] },
  });
  const GROUNDS = { type: 'string', maxLength: 200, title: '随意契約の根拠', 'x-ui': { titleEn: 'Grounds' } };

  it('FORM-1 keepers see every form with its versions and the documents that keep each; auditors look, others do not', async () => {
    expect(await contract()).toMatchObject({
      name: '契約の締結',
      versions: [{ version: 1, state: 'in_force', validFrom: '2026-04-01', openDocuments: 2 }],
      draft: null,
    });
    const shown = (await (await as('s1125')).get('/definitions/form/contract/versions/1')).body;
    expect(shown.content.properties.counterparty.title).toBe('契約の相手方');
    const refused = await (await as('hara')).get('/definitions');
    expect([refused.status, refused.body.code]).toEqual([403, 'approvals.not-your-definitions']);
    expect((await begin(undefined, 's1125')).status).toBe(403);
    expect((await (await as()).get('/definitions/form/contract/versions/9')).status).toBe(404);
    expect((await (await as()).get('/definitions/nothing/contract/versions/1')).status).toBe(404);
  });

  it('FORM-1 a draft is a copy that is kept, one at a time; who saw another revision is refused', async () => {
    const { status, body: draft } = await begin();
    expect([status, draft.state, draft.comparedWith, draft.changes]).toEqual([201, 'draft', 1, []]);
    expect(draft.allowed).toEqual(['edit', 'propose', 'discard']);
    const twice = await begin();
    expect([twice.status, twice.body.code, twice.body.draftId]).toEqual([
      409,
      'approvals.definition-has-draft',
      draft.id,
    ]);
    const saved = await save(draft, withField(draft.content, 'grounds', GROUNDS), '根拠条文を書く欄を設ける');
    expect(saved.body.changes).toEqual([
      {
        name: 'grounds',
        label: '随意契約の根拠',
        before: null,
        after: '随意契約の根拠 文字 任意 200文字まで 英語の見出し: Grounds',
      },
    ]);
    const late = await save(draft, draft.content);
    expect([late.status, late.body.code]).toEqual([412, 'approvals.definition-changed']);
    const blind = await (
      await as()
    ).request('PUT', `/definition-drafts/${draft.id}`, JSON.stringify({ content: {} }), { key: randomUUID() });
    expect([blind.status, blind.body.code]).toEqual([428, 'request.precondition-missing']);
    expect((await contract()).draft).toMatchObject({ id: draft.id, underDecision: false });
    expect((await read(draft.id, 'hara')).code).toBe('approvals.not-your-definitions');
  });

  it('FORM-2, FORM-5 what a field means does not change, and what rules read stays: each fault in words, at its field', async () => {
    const draft = await read((await contract()).draft.id);
    const { counterparty: _, amount: __, ...others } = draft.content.properties;
    const odd = await save(draft, {
      ...draft.content,
      properties: { ...others, term: { type: 'integer', title: '履行期間' }, '2nd': { type: 'string', title: ' ' } },
      required: ['subject'],
      'x-ui': { order: ['subject'] },
    });
    expect(odd.status).toBe(200);
    const found = odd.body.faults.map(({ place, code }: any) => [place, code]);
    expect(found).toContainEqual(['term', 'definition.changed-meaning']);
    expect(found).toContainEqual(['2nd', 'definition.bad-name']);
    expect(found).toContainEqual(['2nd', 'definition.without-label']);
    const words = odd.body.faults.map(({ message }: any) => message);
    expect(words).toContain(
      '項目「履行期間」の種類は「文字」でした。「整数」にするときは、別の名前の新しい項目を加えてください。',
    );
    expect(words.join(' ')).toMatch(/専決規程の\d+行目に合わなくなります。.*「amount」/u);
    expect(words.join(' ')).toContain('事案の種類に合わなくなります。要旨の項目「counterparty」');
    expect(words.filter((message: string) => /\.(json|csv)|「when」|substance_fields/u.test(message))).toEqual([]);
    const language = { 'Accept-Language': 'en' };
    const { body: inEnglish } = await (await as()).get(`/definition-drafts/${odd.body.id}`, language);
    const said = inEnglish.faults.map(({ message }: any) => message);
    expect(said.join(' ')).toMatch(/Row \d+ of the delegation table would no longer fit\. .*“amount”/u);
    expect(said.join(' ')).toContain(
      'A matter type would no longer fit. The form “contract” has no field “counterparty”',
    );
    expect(said.filter((message: string) => /\.(json|csv)/u.test(message))).toEqual([]);
    const refused = await propose(odd.body, '2026-06-01');
    expect([refused.status, refused.body.code]).toEqual([422, 'approvals.definition-has-faults']);
    const broken = await save(odd.body, { type: 'object', properties: { subject: 1 } });
    expect([broken.status, broken.body.code]).toEqual([422, 'approvals.definition-unreadable']);
    const back = await save(odd.body, draft.content, draft.note);
    expect(back.body.faults).toEqual([]);
  });

  it('FORM-4 publishing is a decision that shows what changes; the draft stays as it is meanwhile', async () => {
    const draft = await read((await contract()).draft.id);
    const past = await propose(draft, '2026-05-10');
    expect(past.body.code).toBe('approvals.definition-day-is-past');
    const { status, body: proposed } = await propose(draft, '2026-05-13');
    expect([status, proposed.state, proposed.proposedFrom, proposed.allowed]).toEqual([
      201,
      'proposed',
      '2026-05-13',
      [],
    ]);
    const matter = (await (await as()).get(`/documents/${proposed.documentId}`)).body;
    expect(matter).toMatchObject({ state: 'circulating', matterType: 'internal' });
    expect(matter.title).toBe('様式「契約の締結」の一部改正について(令和8年5月13日施行)');
    expect(matter.fields.body).toContain('・随意契約の根拠【加える】随意契約の根拠 文字 任意 200文字まで');
    expect(matter.fields.body).toContain('作成中・進行中の文書2件は、作成したときの版のままとする。');
    const frozen = await save(proposed, draft.content);
    expect([frozen.status, frozen.body.code]).toEqual([409, 'approvals.definition-under-decision']);
    const thrown = await send('DELETE', `/definition-drafts/${draft.id}`, { revision: proposed.revision });
    expect([thrown.status, thrown.body.code]).toEqual([409, 'approvals.definition-under-decision']);
    // Another keeper may not read the decision, and is bound by it all the same; whoever decides sees the draft.
    expect(await read(draft.id, 's1027')).toMatchObject({ state: 'proposed', allowed: [] });
    const { body: route } = await (await as()).get(`/documents/${proposed.documentId}/approval`);
    const [seat] = route.steps.flatMap(({ seats }: any) => seats).filter(({ state }: any) => state === 'active');
    expect(await read(draft.id, loginOf(seat.holder.staffNo))).toMatchObject({ state: 'proposed', allowed: [] });
    const proposedBy = async (login: string) =>
      (await (await as(login)).get(`/definition-drafts?documentId=${proposed.documentId}`)).body.items;
    const here = [{ id: draft.id, kind: 'form', code: 'contract' }];
    expect(await proposedBy(KEEPER)).toEqual(here);
    expect(await proposedBy(loginOf(seat.holder.staffNo))).toEqual(here);
    expect(await proposedBy('hara')).toEqual([]);

    await approveAll(town, proposed.documentId);
    expect(await proposedBy(KEEPER)).toEqual(here);
    expect(await read(draft.id)).toMatchObject({ state: 'published', proposalFault: null });
    expect((await contract()).versions).toMatchObject([
      { version: 2, state: 'scheduled', validFrom: '2026-05-13', openDocuments: 0 },
      { version: 1, state: 'in_force', openDocuments: 2 },
    ]);
    const shown = (await (await as()).get('/definitions/form/contract/versions/2')).body;
    expect(shown).toMatchObject({ documentId: proposed.documentId, changes: [{ name: 'grounds' }] });
  });

  it('RULE-104 from its day new drafts are of the new version; what was begun keeps its own', async () => {
    const hara = async () => (await town.as('hara')) as Awaited<ReturnType<Town['as']>>;
    expect((await (await hara()).get('/matter-types/contract')).body.form.version).toBe(1);
    town.clock.set('2026-05-13T00:00:00Z');
    town.newDay();
    expect((await (await hara()).get('/matter-types/contract')).body.form.version).toBe(2);
    const fields = { ...CONTRACT_FIELDS, grounds: '地方自治法施行令第167条の2第1項第1号' };
    const fresh = await (await hara()).post('/documents', { matterType: 'contract', fields });
    expect([fresh.status, fresh.body.fields.grounds]).toEqual([201, fields.grounds]);
    const forms = await Promise.all(
      [fresh.body.id, written, running].map(async (id) => (await (await hara()).get(`/documents/${id}`)).body.form),
    );
    expect(forms.map(({ version }: any) => version)).toEqual([2, 1, 1]);
    const form = async (version: string) => (await hara()).get(`/forms/contract/versions/${version}`);
    const labels = await Promise.all(
      ['1', '2'].map(async (version) => Object.keys((await form(version)).body.schema.properties).includes('grounds')),
    );
    expect(labels).toEqual([false, true]);
    for (const version of ['0', '99999999999999999999'])
      expect((await form(version)).body.code).toBe('documents.unknown-form');
    expect((await contract()).versions).toMatchObject([
      { version: 2, state: 'in_force', openDocuments: 1 },
      { version: 1, state: 'past', openDocuments: 2 },
    ]);
  });

  it('FORM-4 a decision that was withdrawn sets the draft free; the same as before is not sent', async () => {
    const { body: draft } = await begin();
    const same = await propose(draft, '2026-06-01');
    expect([same.status, same.body.code]).toEqual([422, 'approvals.definition-same']);
    const { body: saved } = await save(draft, { ...draft.content, title: '契約の締結・変更' });
    expect(saved.changes).toEqual([{ name: '', label: '様式の名前', before: '契約の締結', after: '契約の締結・変更' }]);
    const first = (await propose(saved, '2026-06-01')).body;
    expect((await act(town, KEEPER, first.documentId, 'pull_back')).status).toBe(201);
    expect((await read(draft.id)).state).toBe('proposed');
    expect((await act(town, KEEPER, first.documentId, 'withdraw')).status).toBe(201);
    expect((await read(draft.id)).allowed).toEqual(['edit', 'propose', 'discard']);
  });

  it('FORM-4 a decision on what is no longer compared with the newest version publishes nothing, and its keeper learns why', async () => {
    const free = await read((await contract()).draft.id);
    const { body: proposed } = await propose(free, '2026-05-13');
    await reimport(town, { 'forms/contract.json': (text) => text.replace('履行期間', '履行の期間') });
    await approveAll(town, proposed.documentId);
    const left = await read(free.id);
    expect(left).toMatchObject({ state: 'draft', proposalFault: 'differs', comparedWith: 3 });
    const thrown = await send('DELETE', `/definition-drafts/${left.id}`, { revision: left.revision });
    expect(thrown.status).toBe(204);
    expect(await contract()).toMatchObject({ draft: null, versions: [{ version: 3 }, { version: 2 }, { version: 1 }] });
  });

  describe('matter types', () => {
    const type = async (code: string) => {
      const { items } = (await (await as()).get('/definitions')).body;
      return items.find((one: any) => one.kind === 'matter_type' && one.code === code);
    };

    it('FORM-3, FORM-4 name, class, substance and execution change by decision, from a day on', async () => {
      const { body: draft } = await begin({ kind: 'matter_type', code: 'trip' });
      expect(draft).toMatchObject({ name: '出張', comparedWith: 1, faults: [], keptNames: [] });
      const content = {
        ...draft.content,
        name: '出張・研修',
        default_class_code: '10-01-02',
        review: 'after',
        substance_fields: ['destination'],
      };
      const { body: saved } = await save(draft, content);
      expect(saved.changes.map(({ name, before, after }: any) => [name, before, after])).toEqual([
        ['name', '出張', '出張・研修'],
        ['default_class_code', expect.stringMatching(/^40-01-01 ./u), expect.stringMatching(/^10-01-02 ./u)],
        ['review', 'なし', '決裁の後'],
        ['substance_fields', expect.stringContaining('、'), expect.not.stringContaining('、')],
      ]);
      const { body: proposed } = await propose(saved, '2026-05-14');
      const matter = (await (await as()).get(`/documents/${proposed.documentId}`)).body;
      expect(matter.title).toBe('事案の種類「出張・研修」の一部改正について(令和8年5月14日施行)');
      await approveAll(town, proposed.documentId);
      expect((await type('trip')).versions).toMatchObject([
        { version: 2, state: 'scheduled', name: '出張・研修' },
        { version: 1, state: 'in_force', name: '出張' },
      ]);
      town.clock.set('2026-05-14T00:00:00Z');
      town.newDay();
      const shown = (await (await town.as('hara')).get('/matter-types/trip')).body;
      expect(shown).toMatchObject({ name: '出張・研修', substanceFields: ['destination'] });
    });

    it('FORM-5 a new one is judged by what it refers to, and told that nobody decides it yet', async () => {
      const { status, body: draft } = await begin({ kind: 'matter_type', code: 'lease', name: '賃貸借' });
      expect([status, draft.comparedWith]).toEqual([201, null]);
      const { body: odd } = await save(draft, {
        ...draft.content,
        description: '土地と建物',
        form: 'contract',
        default_class_code: '20',
        default_series_code: 'S-NONE',
        substance_fields: ['nothing'],
      });
      expect(odd.faults.map(({ place, severity }: any) => [place, severity])).toEqual([
        ['default_series_code', 'error'],
        ['substance_fields', 'error'],
        ['default_class_code', 'error'],
        ['', 'warning'],
      ]);
      const english = await fetch(`${town.url}/api/v1/definition-drafts/${draft.id}`, {
        headers: { Cookie: (await as()).cookie, 'Accept-Language': 'en', 'Sec-Fetch-Site': 'same-origin' },
      });
      const { faults }: any = await english.json();
      expect(faults.map(({ message }: any) => message).join(' ')).toMatch(/^[\u0020-\u007e“”]*$/u);
      const { body: good } = await save(odd, {
        ...odd.content,
        default_class_code: '20-01-01',
        default_series_code: 'S-DRAFT',
        substance_fields: ['amount'],
      });
      expect(good.faults.map(({ code }: any) => code)).toEqual(['definition.bare-type']);
      expect((await begin({ kind: 'matter_type', code: 'trip', name: '出張' })).body.code).toBe(
        'approvals.definition-exists',
      );
      expect((await type('lease')).versions).toEqual([]);
    });
  });

  it('every draft, change and publication is in the ledger of its definition, and a published draft stays as it is', async () => {
    const entries = await town.database.dataSource.query(
      `select distinct subject_id, kind from ledger.entry where subject_id = 'form:contract' order by kind`,
    );
    expect(entries.map(({ subject_id, kind }: any) => [subject_id, kind])).toEqual(
      ['decision-without-effect', 'discarded', 'drafted', 'edited', 'proposed', 'published'].map((kind) => [
        'form:contract',
        `approvals.definition-${kind}`,
      ]),
    );
    await expect(
      town.database.dataSource.query(`update approvals.definition_draft set note = '' where state = 'published'`),
    ).rejects.toThrow('A published definition does not change.');
  });
});
