import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Town, approveBy, openTown, submitContract } from './town';

/** Domain 6, SEA-30: the records officer sees number and title of what may not be read, and opens it for a stated reason. */
let town: Town;
let secret: string;
beforeAll(async () => {
  town = await openTown();
  secret = await submitContract(town, {
    fields: { subject: '渡邉氏に係る相談支援業務の委託について' },
    attributes: { confidentiality: 'personnel' },
  });
  const open = await submitContract(town, { fields: { subject: '渡邉橋見守り業務委託契約の締結について' } });
  await approveBy(town, open, 'goto', 'fukagawa', 'takarabe', 'eto');
});
afterAll(() => town?.close());

const titles = async (login: string, query: string) =>
  (await (await town.as(login)).get(`/search/titles?${query}`)).body;
const entries = (kind: string): Promise<any[]> => {
  const uow = town.app.get(UnitOfWork);
  return uow.read(() =>
    uow.rows(sql`select subject_id, convert_from(canonical, 'UTF8') as note from ledger.entry where kind = ${kind}`),
  );
};
const open = async (login: string, documentId: string, reason = '開示請求第3号の対象文書か確かめるため') =>
  (await town.as(login)).post('/search/openings', { documentId, reason });

describe('title-only view', () => {
  it('SEA-30 gives number and title, nothing else, and not what can be read anyway', async () => {
    const found = await titles('chiba', 'q=渡辺');
    expect(found.items).toHaveLength(1);
    const [{ documentId, title, titleMarks, number, ...nothing }] = found.items;
    expect([documentId, title, titleMarks, nothing]).toEqual([
      secret,
      '渡邉氏に係る相談支援業務の委託について',
      [[0, 2]],
      {},
    ]);
    expect(number).toMatch(/\d/);
    for (const q of [number, /(\d+)$/.exec(number)![1]!])
      expect((await titles('chiba', `q=${encodeURIComponent(q)}`)).items).toMatchObject([{ documentId: secret }]);
  });

  it('SEA-30 answers to titles and numbers alone: not to text, people, units, days or states', async () => {
    const drafter = (await (await town.as('hara')).get(`/documents/${secret}`)).body.drafter?.name ?? '原';
    for (const q of ['業務委託契約 原', drafter, '見守り'])
      expect([q, (await titles('chiba', `q=${encodeURIComponent(q)}`)).items]).toEqual([q, []]);
    for (const more of [
      'unit=S21',
      'state=circulating',
      'fiscalYear=2026',
      'from=2020-01-01',
      'filingClass=A',
      'medium=paper',
    ])
      expect(await titles('chiba', `q=渡辺&${more}`)).toEqual({ isOffered: false, items: [], more: false });
    for (const q of ['渡辺 -橋', '"渡辺"', '起案者:原', '渡辺 OR 橋', ''])
      expect((await titles('chiba', `q=${encodeURIComponent(q)}`)).isOffered).toBe(false);
  });

  it.each(['hara', 'goto', 's1019', 's1011', 'eto'])('SEA-30 is nothing for %s', async (login) => {
    expect(await titles(login, 'q=渡辺')).toEqual({ isOffered: false, items: [], more: false });
    expect((await open(login, secret)).status).toBe(404);
  });

  it('SEA-30 opens for a reason, which is in the ledger before anything is read', async () => {
    expect((await open('chiba', secret, '  ')).status).toBe(422);
    expect(await entries('search.opened')).toEqual([]);
    const { body: opening, status } = await open('chiba', secret);
    expect(status).toBe(201);
    expect(Object.keys(opening).toSorted()).toEqual(['closesAt', 'id']);
    const [entry] = await entries('search.opened');
    expect(entry.subject_id).toBe(secret);
    expect(JSON.stringify(entry)).toContain('開示請求第3号');
    const { body } = await (await town.as('chiba')).get(`/search/openings/${opening.id}`);
    expect(body.title).toContain('相談支援');
    expect(body.texts.length).toBeGreaterThan(2);
    expect((await (await town.as('hara')).get(`/search/openings/${opening.id}`)).status).toBe(404);
    expect((await (await town.as('chiba')).get(`/documents/${secret}`)).status).toBe(404);
  });

  it('SEA-30 closes after half an hour', async () => {
    const { body: opening } = await open('chiba', secret);
    town.clock.set(new Date((await town.clock.now()).getTime() + 31 * 60_000));
    const { body, status } = await (await town.as('chiba')).get(`/search/openings/${opening.id}`);
    expect([status, body.code]).toEqual([404, 'search.opening-closed']);
  });
});
