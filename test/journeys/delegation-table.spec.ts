import { randomUUID } from 'node:crypto';
import { approveAll, loginOf } from './disposals';
import { reimport, reimportSettings, withSettings } from './scenarios';
import { type Town, act, approveBy, openTown, submitContract } from './town';

const KEEPER = 'chiba';
/** 組織管理者 */
const ADMINISTRATOR = 's1027';

/** The table of who decides what: drafted, tried, published for a day, taken back (RULE-23, RULE-100, RULE-104). */
/** Why acts are not possible, by act. */
const reasonsOf = ({ refused }: { refused: { act: string; code: string }[] }): Record<string, string> =>
  Object.fromEntries(refused.map(({ act, code }) => [act, code]));

describe('keeping the delegation table', () => {
  let town: Town;
  let running: string;
  let decided: string;
  beforeAll(async () => {
    town = await openTown();
    running = await submitContract(town, { fields: { amount: 600_000 } });
    decided = await submitContract(town, { fields: { amount: 400_000 } });
    await approveBy(town, decided, 'goto', 'fukagawa');
  });
  afterAll(() => town?.close());

  const keeper = () => town.as(KEEPER);
  const inForce = async () => {
    const { body } = await (await keeper()).get('/delegation-tables');
    return body.items.find((item: { state: string }) => item.state === 'in_force');
  };
  const rowsOf = (table: { rules: any[] }) =>
    table.rules.map(({ matterTypeName: _, deciderTitle: __, concurrenceNames: ___, ...rule }) => rule);
  /** The bound of 課長専決 for contracts, raised. */
  const raised = (table: { rules: any[] }, bound: number) =>
    rowsOf(table).map((rule) =>
      rule.matterType !== 'contract'
        ? rule
        : rule.maxAmount === 500_000
          ? { ...rule, maxAmount: bound }
          : rule.minAmount === 500_001
            ? { ...rule, minAmount: bound + 1 }
            : rule,
    );
  const draft = async () => (await (await keeper()).post('/delegation-tables', { note: '専決の範囲を広げる' })).body;
  const save = async (table: any, rules: any[]) =>
    (await keeper()).request(
      'PUT',
      `/delegation-tables/${table.id}`,
      JSON.stringify({ revision: table.revision, rules }),
      {
        key: randomUUID(),
      },
    );

  it('shows the version in force in words, with the matters that rest on it, to its keepers alone', async () => {
    const { body: choices } = await (await keeper()).get('/delegation-tables/choices');
    expect(choices.posts[0]).toMatchObject({ code: 'P-MAYOR', rank: 100 });
    expect(choices.units).toContainEqual({ code: 'U311', name: '福祉課 福祉係' });
    expect(await inForce()).toMatchObject({ version: 1, words: '専決規程 第1版(令和8年4月1日施行)', openCases: 1 });
    const refused = await (await town.as('hara')).get('/delegation-tables');
    expect([refused.status, refused.body.code]).toEqual([403, 'approvals.not-your-table']);
    const auditor = await town.as('s1125');
    expect((await auditor.get('/delegation-tables')).body.allowed).toEqual([]);
    expect((await auditor.post('/delegation-tables', {})).status).toBe(403);
    expect((await auditor.get('/delegation-tables/99999999999')).body.code).toBe('approvals.table-not-found');
  });

  it('names what is wrong with a row by row and column, and does not publish it', async () => {
    const table = await draft();
    const rules = rowsOf(table);
    const [contract, next] = [rules[0], rules[1]];
    const odd = await save(table, [{ ...contract, when: 'amount >' }, ...rules.slice(1)]);
    expect([odd.status, odd.body.code, odd.body.faults[0].row, odd.body.faults[0].column]).toEqual([
      422,
      'approvals.table-has-faults',
      1,
      'when',
    ]);
    const broken = await save(table, [
      contract,
      { ...next, minAmount: 1, deciderPostCode: 'P-NOBODY', concurrence: 'S99' },
      ...rules.slice(2),
    ]);
    expect(broken.status).toBe(200);
    expect(broken.body.faults.map((fault: any) => [fault.row, fault.column, fault.code])).toEqual(
      expect.arrayContaining([
        [2, 'decider_post_code', 'package.unknown-reference'],
        [2, 'concurrence', 'package.unknown-reference'],
        [2, 'min_amount', 'package.rules-overlap'],
      ]),
    );
    const refused = await (
      await keeper()
    ).post(`/delegation-tables/${table.id}/publication`, {
      revision: broken.body.revision,
      validFrom: '2026-06-01',
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'approvals.table-has-faults']);
    expect((await save(table, rules)).body.code).toBe('approvals.table-changed');
    expect((await (await keeper()).delete(`/delegation-tables/${table.id}`)).status).toBe(204);
  });

  it('RULES-3 warns of a row that no matter comes to, and of none of the table in force', async () => {
    const table = await draft();
    const rules = rowsOf(table);
    expect(table.faults).toEqual([]);
    const behind = { ...rules[0], priority: rules[0].priority + 1 };
    const saved = await save(table, [...rules, behind]);
    expect(saved.body.faults).toEqual([
      expect.objectContaining({
        row: rules.length + 1,
        column: 'priority',
        code: 'table.unreached',
        severity: 'warning',
      }),
    ]);
    expect(saved.body.faults[0].message).toContain('優先順位が先の1行目');
    expect((await (await keeper()).delete(`/delegation-tables/${table.id}`)).status).toBe(204);
  });

  it('WHATIF-2a 試す: says which matters would go another way, who gains and who loses a say', async () => {
    const table = await draft();
    const same = await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { decided: 100 });
    expect(same.body).toMatchObject({ open: 1, decided: 1, changed: 0, gained: [], lost: [], matters: [] });
    const within = async (decidedDays: number) =>
      (await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { decided: 100, decidedDays })).body
        .decided;
    const now = await town.clock.now();
    town.clock.set(new Date(now.getTime() + 89 * 86_400_000));
    expect([await within(90), await within(89)]).toEqual([1, 0]);
    town.clock.set(now);
    const rules = raised(table, 800_000);
    const tried = (await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { decided: 100, rules })).body;
    expect(tried).toMatchObject({ open: 1, decided: 1, changed: 1, deciderChanged: 1, stranded: 0, unlisted: 0 });
    expect(tried.matters[0]).toMatchObject({
      documentId: running,
      before: { label: '部長専決', decider: { postCode: 'P-D30-H' } },
      after: { label: '課長専決', decider: { postCode: 'P-S31-H' } },
      gained: [],
    });
    expect(tried.lost.map((say: any) => [say.postCode, say.count])).toEqual([
      ['P-D30-H', 1],
      ['P-S22-H', 1],
    ]);
    const lowered = (
      await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { rules: raised(table, 300_000) })
    ).body;
    expect(lowered.matters.map((matter: any) => [matter.documentId, matter.decided])).toEqual([[decided, true]]);
    await (await keeper()).delete(`/delegation-tables/${table.id}`);
  });

  it('試す: counts a confidential matter and does not name it', async () => {
    const secret = await submitContract(town, {
      fields: { amount: 700_000 },
      attributes: { confidentiality: 'secret' },
    });
    const table = await draft();
    const tried = (
      await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { rules: raised(table, 800_000) })
    ).body;
    expect([tried.changed, tried.unlisted]).toEqual([2, 1]);
    expect(JSON.stringify(tried)).not.toContain(secret);
    await (await keeper()).delete(`/delegation-tables/${table.id}`);
  });

  it('WHATIF-3 other route settings: who gains and loses a say, for everything that keeps its own table', async () => {
    const settings = (await (await keeper()).get('/route-settings')).body;
    expect(settings).toMatchObject({ concurrenceOrder: 'parallel', reviewTiming: 'before' });
    expect(settings.reviews).toContainEqual({ matterType: 'contract', name: '契約の締結', review: 'before' });
    const tried = async (body: object, login = 'chiba') =>
      (await town.as(login)).post('/route-settings/trials', { decided: 100, ...body });
    expect((await tried({})).body).toMatchObject({ changed: 0, stranded: 0, gained: [], lost: [] });
    expect((await tried({ concurrenceOrder: null, reviews: null })).body.changed).toBe(0);
    const { body: without } = await tried({ reviews: [{ matterType: 'contract', review: 'none' }] });
    expect(without).toMatchObject({ deciderChanged: 0, gained: [] });
    expect([without.changed, without.lost.map((say: any) => say.kind)]).toEqual([
      without.open + without.decided,
      ['review'],
    ]);
    const { body: later } = await tried({ reviewTiming: 'after' });
    expect([later.changed, later.gained, later.lost]).toEqual([without.changed, [], []]);
    expect(await tried({ reviewTiming: 'sometimes' })).toMatchObject({ status: 422 });
    expect(await tried({}, 'hara')).toMatchObject({ status: 403, body: { code: 'approvals.not-your-table' } });
  });

  it('draws the route of an imagined matter with its reasons', async () => {
    const { id } = await inForce();
    const ask = async (amount: number) =>
      (
        await (
          await keeper()
        ).post(`/delegation-tables/${id}/route-simulations`, {
          matterType: 'contract',
          unitCode: 'U311',
          fields: { amount },
        })
      ).body;
    expect((await ask(500_000)).decision.label).toBe('課長専決');
    const higher = await ask(500_001);
    expect(higher.steps.at(-1).seats[0]).toMatchObject({ postCode: 'P-D30-H', reason: { text: expect.any(String) } });
    const nowhere = await (
      await keeper()
    ).post(`/delegation-tables/${id}/route-simulations`, {
      matterType: 'contract',
      unitCode: 'NONE',
      fields: {},
    });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'approvals.unknown-unit']);
  });

  it('publishes for a day; what runs keeps its table; a version that has not begun can be taken back', async () => {
    const table = await draft();
    const saved = (await save(table, raised(table, 2_000_000))).body;
    const past = await (
      await keeper()
    ).post(`/delegation-tables/${saved.id}/publication`, {
      revision: saved.revision,
      validFrom: '2026-05-10',
    });
    expect(past.body.code).toBe('approvals.table-day-is-past');
    const published = (
      await (
        await keeper()
      ).post(`/delegation-tables/${saved.id}/publication`, {
        revision: saved.revision,
        validFrom: '2026-05-12',
      })
    ).body;
    expect(published).toMatchObject({ state: 'scheduled', version: 2, allowed: ['withdraw', 'try'] });
    expect(reasonsOf(published)).toEqual({
      edit: 'approvals.table-not-draft',
      publish: 'approvals.table-not-draft',
      discard: 'approvals.table-not-draft',
    });
    expect(published.refused[0]).toMatchObject({ rule: 'RULE-104', title: '公布された版は変えられません' });
    expect((await save(published, [])).body.code).toBe('approvals.table-not-draft');

    const other = await draft();
    const third = (
      await (
        await keeper()
      ).post(`/delegation-tables/${other.id}/publication`, { revision: other.revision, validFrom: '2027-04-01' })
    ).body;
    const withdrawn = (await (await keeper()).post(`/delegation-tables/${third.id}/withdrawal`)).body;
    expect([withdrawn.state, withdrawn.version]).toEqual(['withdrawn', 3]);

    town.clock.set('2026-05-12T00:00:00Z');
    expect(await inForce()).toMatchObject({ version: 2 });
    const fresh = await submitContract(town, { fields: { amount: 600_000 } });
    const label = async (id: string) => (await (await town.as('hara')).get(`/documents/${id}/approval`)).body;
    expect(await label(fresh)).toMatchObject({ decisionLabel: '課長専決', delegationTable: { version: 2 } });
    expect(await label(running)).toMatchObject({ decisionLabel: '部長専決', delegationTable: { version: 1 } });
    const late = await (await keeper()).post(`/delegation-tables/${published.id}/withdrawal`);
    expect([late.status, late.body.code]).toEqual([409, 'approvals.table-not-scheduled']);
  });

  it('every draft, change and publication is in the ledger', async () => {
    const entries = await town.database.dataSource.query(
      `select kind, count(*)::int as n from ledger.entry where subject_kind = 'delegation-table' group by kind order by kind`,
    );
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'approvals.table-discarded',
      'approvals.table-drafted',
      'approvals.table-edited',
      'approvals.table-published',
      'approvals.table-withdrawn',
    ]);
  });

  it('the database lets nobody change the rows of a published version', async () => {
    await expect(
      town.database.dataSource.query('update approvals.delegation_rule set decider_rank = 1'),
    ).rejects.toThrow('published delegation table');
  });

  describe('RULES-4 where every publication is a decision (訓令)', () => {
    const propose = async (bound: number, validFrom = '2026-06-01') => {
      const table = await draft();
      const saved = (await save(table, raised(table, bound))).body;
      const { status, body } = await (
        await keeper()
      ).post(`/delegation-tables/${saved.id}/publication`, { revision: saved.revision, validFrom });
      expect([status, body.state]).toEqual([201, 'proposed']);
      return body;
    };
    const shown = async ({ id }: { id: number }, login = KEEPER) =>
      (await (await town.as(login)).get(`/delegation-tables/${id}`)).body;
    const documentOf = async ({ documentId }: { documentId: string }, login = KEEPER) =>
      (await (await town.as(login)).get(`/documents/${documentId}`)).body;

    beforeAll(() => reimportSettings(town, { delegationPublication: 'decision', graceSeconds: 10 }));

    it('publishing submits a matter that shows what changes and what it would do; the draft is frozen meanwhile', async () => {
      const table = await propose(900_000);
      expect(table).toMatchObject({ allowed: ['try'], proposedFrom: '2026-06-01', validFrom: null, version: null });
      expect(reasonsOf(table)).toEqual({
        edit: 'approvals.table-under-decision',
        publish: 'approvals.table-under-decision',
        discard: 'approvals.table-under-decision',
        withdraw: 'approvals.table-not-scheduled',
      });
      const matter = await documentOf(table);
      expect(matter).toMatchObject({ state: 'circulating', matterType: 'regulation' });
      expect(matter.fields).toMatchObject({ kind: '訓令', effectiveOn: '2026-06-01' });
      expect(matter.fields.body).toContain('契約の締結 500,000円まで → 課長専決');
      expect(matter.fields.body).toContain('契約の締結 900,000円まで → 課長専決');
      expect(matter.fields.body).toMatch(
        /改める前の行\(2行\)[^]*改めた後の行\(2行\)[^]*試算: 進行中\d+件.*経路が変わるもの\d+件/u,
      );
      const refused = [
        await save(table, raised(table, 1)),
        await (await keeper()).delete(`/delegation-tables/${table.id}`),
        await (
          await keeper()
        ).post(`/delegation-tables/${table.id}/publication`, { revision: table.revision, validFrom: '2026-06-01' }),
      ];
      // Another keeper may not read the decision, and is bound by it all the same.
      refused.push(await (await town.as(ADMINISTRATOR)).delete(`/delegation-tables/${table.id}`));
      for (const { status, body } of refused)
        expect([status, body.code]).toEqual([409, 'approvals.table-under-decision']);
    });

    it('whoever decides looks at the table and tries it; others do not', async () => {
      const table = await propose(900_000);
      await approveAll(town, table.documentId, 'decision');
      const mayor = await town.as('machida');
      const seen = (await mayor.get('/delegation-tables')).body;
      expect(seen.allowed).toEqual([]);
      expect(seen.items.every(({ documentId }: any) => documentId !== null)).toBe(true);
      const of = async (login: string) =>
        (await (await town.as(login)).get(`/delegation-tables?documentId=${table.documentId}`)).body.items;
      expect([await of('machida'), await of('hara')]).toMatchObject([[{ id: table.id }], []]);
      expect(await shown(table, 'machida')).toMatchObject({ state: 'proposed', allowed: ['try'] });
      const tried = await mayor.post(`/delegation-tables/${table.id}/trials`, { decided: 100 });
      expect([tried.status, tried.body.changed >= 1]).toEqual([200, true]);
      const { id } = await inForce();
      expect((await mayor.get(`/delegation-tables/${id}`)).status).toBe(403);
      expect((await (await town.as('hara')).get(`/delegation-tables/${table.id}`)).status).toBe(403);
    });

    it('is published by the decision when its grace time has passed, with the digest that was proposed', async () => {
      const table = await propose(950_000);
      await approveAll(town, table.documentId, 'decision');
      expect((await act(town, 'machida', table.documentId)).body.staged).not.toBeNull();
      expect((await shown(table)).state).toBe('proposed');
      town.clock.set(new Date((await town.clock.now()).getTime() + 11_000));
      const { body: seen } = await (await keeper()).get(`/documents/${table.documentId}/approval`);
      expect(seen).toMatchObject({ state: 'decided', staged: null });
      const published = await shown(table);
      expect(published).toMatchObject({
        state: 'scheduled',
        validFrom: '2026-06-01',
        proposalFault: null,
        publishedByName: '町田 和夫',
        allowed: ['try'],
      });
      expect(reasonsOf(published)).toMatchObject({ withdraw: 'approvals.table-decided' });
      expect((await documentOf(table)).dispatchNumber).toBe('浜見町訓令第1号');
      const back = await (await keeper()).post(`/delegation-tables/${table.id}/withdrawal`);
      expect([back.status, back.body.code]).toEqual([409, 'approvals.table-decided']);
      const [bound] = await town.database.dataSource.query(
        `select s.sha256 = s.proposed_sha256 as same, convert_from(e.canonical, 'UTF8')::jsonb #>> '{facts,document}' as document from approvals.delegation_rule_set s
         join ledger.entry e on e.subject_kind = 'delegation-table' and e.subject_id = s.id::text and e.kind = 'approvals.table-published'
         where s.id = $1`,
        [table.id],
      );
      expect(bound).toEqual({ same: true, document: table.documentId });
    });

    it('a rejected, withdrawn or abandoned decision sets the draft free again', async () => {
      await reimportSettings(town, { delegationPublication: 'decision', graceSeconds: 0 });
      const rejected = await propose(910_000);
      await approveAll(town, rejected.documentId, 'decision');
      expect((await act(town, 'machida', rejected.documentId, 'reject', { comment: '時期尚早' })).status).toBe(201);
      const withdrawn = await propose(920_000);
      expect((await act(town, KEEPER, withdrawn.documentId, 'pull_back')).status).toBe(201);
      expect((await shown(withdrawn)).state).toBe('proposed');
      expect((await act(town, KEEPER, withdrawn.documentId, 'withdraw')).status).toBe(201);
      const abandoned = await propose(930_000);
      expect((await act(town, KEEPER, abandoned.documentId, 'abandon', { comment: '見直すため' })).status).toBe(201);
      for (const table of [rejected, withdrawn, abandoned]) {
        const free = await shown(table);
        expect(free).toMatchObject({ state: 'draft', allowed: ['edit', 'publish', 'discard', 'try'] });
        expect((await save(free, raised(free, 940_000))).status).toBe(200);
      }
    });

    it('what was decided with other words publishes nothing, and its keeper learns why', async () => {
      const table = await propose(960_000);
      const [first = ''] = await approversOf(table.documentId);
      const sent = await act(town, first, table.documentId, 'return', { comment: '施行日を確かめること' });
      expect(sent.status).toBe(201);
      const matter = await documentOf(table);
      const changed = await (
        await keeper()
      ).request(
        'PATCH',
        `/documents/${matter.id}`,
        JSON.stringify({ fields: { ...matter.fields, body: '町長の専決はすべて課長に委ねる。' } }),
        { key: randomUUID(), ifMatch: matter.version },
      );
      expect(changed.status).toBe(200);
      const again = await (
        await keeper()
      ).post(`/documents/${matter.id}/submissions`, { expectedVersion: changed.body.version });
      expect(again.status).toBe(201);
      await approveAll(town, table.documentId);
      expect(await documentOf(table)).toMatchObject({ state: 'decided' });
      expect(await shown(table)).toMatchObject({ state: 'draft', version: null, proposalFault: 'differs' });
    });

    it('decided after its day it holds from the decision on', async () => {
      const table = await propose(970_000, '2026-05-13');
      town.clock.set('2026-05-14T00:00:00Z');
      town.newDay();
      await approveAll(town, table.documentId);
      expect(await shown(table)).toMatchObject({
        state: 'in_force',
        validFrom: '2026-05-14',
        proposedFrom: '2026-05-13',
      });
    });

    it('RULE-72 a 訓令 takes no number of the 条例: without a series of its own nothing is proposed, and the draft stays free', async () => {
      const series = (known: boolean) =>
        reimport(town, {
          'municipality.json': (text) => withSettings(text, { delegationPublication: 'decision', graceSeconds: 0 }),
          'forms/regulation.json': (text) => (known ? text : text.replace(/"訓令": "S-INSTRUCTION",?/u, '')),
        });
      await series(false);
      const table = await draft();
      const { body: saved } = await save(table, raised(table, 980_000));
      const publish = async () =>
        (await keeper()).post(`/delegation-tables/${saved.id}/publication`, {
          revision: saved.revision,
          validFrom: '2026-06-01',
        });
      const { status, body } = await publish();
      expect([status, body.code, body.rule]).toEqual([422, 'approvals.table-without-series', 'RULE-72']);
      expect(await shown(saved)).toMatchObject({ state: 'draft', documentId: null });
      await series(true);
      expect((await publish()).status).toBe(201);
    });

    const approversOf = async (documentId: string): Promise<string[]> => {
      const { body } = await (await keeper()).get(`/documents/${documentId}/approval`);
      const seats = body.steps.flatMap(({ seats }: any) => seats).filter(({ state }: any) => state === 'active');
      return seats.map(({ holder }: any) => loginOf(holder.staffNo));
    };
  });
});
