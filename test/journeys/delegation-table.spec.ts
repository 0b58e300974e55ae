import { randomUUID } from 'node:crypto';
import { type LivingTown, type Town, approveBy, openTown, signIn, submitContract } from './town';

const KEEPER = 'chiba';

/** The table of who decides what: drafted, tried, published for a day, taken back (RULE-23, RULE-100, RULE-104). */
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

  it('試す: says which matters would go another way, who gains and who loses a say', async () => {
    const table = await draft();
    const same = await (await keeper()).post(`/delegation-tables/${table.id}/trials`, { decided: 100 });
    expect(same.body).toMatchObject({ open: 1, decided: 1, changed: 0, gained: [], lost: [], matters: [] });
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
    const people = new Map<string, ReturnType<typeof signIn>>();
    const as: LivingTown['as'] = (login) => {
      const person = people.get(login) ?? signIn(town.url, login);
      people.set(login, person);
      return person;
    };
    town = { ...town, as };
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
});
