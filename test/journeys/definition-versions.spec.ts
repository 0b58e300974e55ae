import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@fubako/kernel';
import { ImportMunicipality, type ImportReport } from '@fubako/organisation';
import { projectRoot } from '@fubako/platform/config';
import { packageSections } from '../../apps/cli/src/package-sections';
import { CONTRACT_FIELDS, type Town, act, approveBy, openTown, signIn, submitContract } from './town';

/** RULE-100, RULE-104: definitions hold from a day on, and what is under way keeps those it was planned with. */
describe('definitions from a day on', () => {
  let town: Town;
  const folder = mkdtempSync(join(tmpdir(), 'fubako-package-'));

  const change = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(join(folder, file), text.replaceAll(from, to));
  };
  const importPackage = (more: { validFrom?: string; dryRun?: boolean } = {}): Promise<ImportReport> =>
    town.app.get(ImportMunicipality).run(
      {
        folder,
        dryRun: more.dryRun ?? false,
        ...(more.validFrom ? { validFrom: localDate(more.validFrom) } : {}),
      },
      packageSections(town.app),
    );
  const labelNow = async (): Promise<string> => {
    const { body } = await (
      await town.as('hara')
    ).post('/route-previews', { matterType: 'contract', fields: CONTRACT_FIELDS });
    return body.decision.label;
  };

  /** Sessions do not outlive weeks. */
  const signInAnew = (): void => {
    const people = new Map<string, ReturnType<typeof signIn>>();
    town = {
      ...town,
      as(login) {
        const person = people.get(login) ?? signIn(town.url, login);
        people.set(login, person);
        return person;
      },
    };
  };

  beforeAll(async () => {
    town = await openTown('2026-05-11T00:00:00Z');
    cpSync(join(projectRoot, 'apps/cli/sample-town'), folder, { recursive: true });
    change('delegation_rules.csv', 'contract,10,,0,500000,50,,,課長専決', 'contract,10,,0,2000000,50,,,課長専決');
    change('delegation_rules.csv', 'contract,10,,500001,3000000', 'contract,10,,2000001,3000000');
    change('matter_types.csv', 'contract,契約の締結,', 'contract,契約の締結・変更,');
    change('forms/contract.json', '契約の相手方', '契約の相手方(商号)');
    change('municipality.json', '"graceSeconds": 10', '"graceSeconds": 0');
    change('municipality.json', '"concurrenceEffect": "consent"', '"concurrenceEffect": "opinion"');
  });
  afterAll(async () => {
    await town?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('an import for a day to come changes nothing until then, and importing it twice changes nothing at all', async () => {
    const first = await importPackage({ validFrom: '2026-07-01' });
    expect(first.faults).toEqual([]);
    expect(new Set(first.changes.map(({ file }) => file))).toEqual(
      new Set(['municipality.json', 'matter_types.csv', 'forms/contract.json', 'delegation_rules.csv']),
    );
    expect((await importPackage({ validFrom: '2026-07-01' })).changes).toEqual([]);
    const hara = await town.as('hara');
    const type = (await hara.get('/matter-types/contract')).body;
    expect([type.name, type.form.version]).toEqual(['契約の締結', 1]);
    expect(await labelNow()).toBe('部長専決');
  });

  it('a day that is past is refused: matters have gone by its rules', async () => {
    await expect(importPackage({ validFrom: '2026-05-10' })).rejects.toMatchObject({
      code: 'organisation.valid-from-is-past',
    });
  });

  it('from the day on, new matters go by the new versions, and those under way by theirs', async () => {
    const returned = await submitContract(town);
    const running = await submitContract(town);
    const draft = await (await town.as('hara')).post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
    await act(town, 'goto', returned, 'return', { comment: '見積書を添えてください。' });
    town.clock.set('2026-07-01T00:00:00Z');
    signInAnew();

    const hara = await town.as('hara');
    const type = (await hara.get('/matter-types/contract')).body;
    expect([type.name, type.form.version, type.form.schema.properties.counterparty.title]).toEqual([
      '契約の締結・変更',
      2,
      '契約の相手方(商号)',
    ]);
    expect(await labelNow()).toBe('課長専決');

    const { version } = (await hara.get(`/documents/${returned}`)).body;
    const again = await hara.post(`/documents/${returned}/submissions`, { expectedVersion: version });
    expect(again.body.decisionLabel).toBe('部長専決');
    await approveBy(town, running, 'goto');
    const kept = (await hara.get(`/documents/${running}`)).body;
    expect([kept.matterTypeName, kept.form.version]).toEqual(['契約の締結', 1]);

    const submitted = await hara.post(`/documents/${draft.body.id}/submissions`, {
      expectedVersion: draft.body.version,
    });
    expect(submitted.body.decisionLabel).toBe('課長専決');
    const later = (await hara.get(`/documents/${draft.body.id}`)).body;
    expect([later.matterTypeName, later.form.version]).toEqual(['契約の締結・変更', 1]);
  });

  it('where the town routes anew, a returned matter goes by the table in force', async () => {
    const hara = await town.as('hara');
    change('municipality.json', '"concurrenceEffect": "opinion"', '"inFlightLevel": "reroute"');
    change('delegation_rules.csv', 'contract,10,,0,2000000,50', 'contract,10,,0,400000,50');
    change('delegation_rules.csv', 'contract,10,,2000001,3000000', 'contract,10,,400001,3000000');
    const returned = await submitContract(town, { fields: { amount: 500_000 } });
    await act(town, 'goto', returned, 'return', { comment: '数量を確かめてください。' });
    const { faults, notes } = await importPackage();
    expect(faults).toEqual([]);
    expect(notes).toContainEqual(expect.stringMatching(/進行中の\d+件は、提出したときの版/));
    const { version } = (await hara.get(`/documents/${returned}`)).body;
    const again = await hara.post(`/documents/${returned}/submissions`, { expectedVersion: version });
    expect(again.body).toMatchObject({ decisionLabel: '部長専決', delegationTable: { version: 3 } });
  });

  it('the case says in words which versions it was planned with', async () => {
    const hara = await town.as('hara');
    const id = await submitContract(town);
    expect((await hara.get(`/documents/${id}/approval`)).body.delegationTable).toEqual({
      version: 3,
      validFrom: '2026-07-01',
      words: '専決規程 第3版(令和8年7月1日施行)',
    });
  });
});
