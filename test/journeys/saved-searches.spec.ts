import { TellMatches } from '@fubako/search';
import { deliverOwed } from './deliver';
import { type Town, approveBy, openTown, submitContract } from './town';

/** SEA-31, SEA-32: searches that are kept, shared, and tell their subscribers what is new. */
let town: Town;
let first: string;
beforeAll(async () => {
  town = await openTown('2026-06-01T00:00:00Z');
  first = await submitContract(town, { fields: { subject: '橋りょう点検業務委託契約の締結について' } });
});
afterAll(() => town?.close());

const list = async (login: string): Promise<any[]> => (await (await town.as(login)).get('/search/saved')).body.items;
const names = async (login: string) => (await list(login)).map(({ name }) => name);
const save = async (login: string, name: string, more: object = {}) =>
  (await town.as(login)).post('/search/saved', { name, conditions: { q: '橋りょう' }, ...more });
const news = async (login: string): Promise<any[]> => {
  await town.app.get(TellMatches).run();
  await deliverOwed(town, 'notifications.');
  const { body } = await (await town.as(login)).get('/notifications');
  return body.items.filter(({ kind }: { kind: string }) => kind === 'search_matched');
};

describe('saved searches', () => {
  it('SEA-31 are private until they are shared with a unit in which their owner works', async () => {
    const { body: saved } = await save('hara', '橋の契約');
    expect(await names('hara')).toEqual(['橋の契約']);
    expect(await names('goto')).toEqual([]);
    const { body } = await (await town.as('hara')).get('/search/saved');
    const unit = body.units[0].code;
    const hara = await town.as('hara');
    expect((await hara.patch(`/search/saved/${saved.id}`, { unitCode: unit, name: '橋の契約(共有)' })).status).toBe(
      204,
    );
    expect(await names('goto')).toEqual(['橋の契約(共有)']);
    expect((await list('goto'))[0]).toMatchObject({ allowed: ['subscribe'], conditions: { q: '橋りょう' } });
    expect(await names('s1019')).toEqual([]);
    expect((await hara.patch(`/search/saved/${saved.id}`, { unitCode: 'S99' })).body.code).toBe('search.not-your-unit');
  });

  it('SEA-31 are changed and deleted by their owner alone', async () => {
    const [{ id }] = await list('hara');
    const goto = await town.as('goto');
    expect((await goto.patch(`/search/saved/${id}`, { name: '別名' })).body.code).toBe('search.not-your-search');
    expect((await goto.delete(`/search/saved/${id}`)).body.code).toBe('search.not-your-search');
    const stranger = await town.as('s1019');
    expect((await stranger.delete(`/search/saved/${id}`)).body.code).toBe('search.unknown-saved-search');
    const { body: second } = await save('hara', '二つ目');
    await (await town.as('hara')).request('PUT', '/search/saved/order', JSON.stringify({ ids: [second.id, id] }), {});
    expect(await names('hara')).toEqual(['二つ目', '橋の契約(共有)']);
    expect((await (await town.as('hara')).delete(`/search/saved/${second.id}`)).status).toBe(204);
    expect(await names('hara')).toEqual(['橋の契約(共有)']);
  });

  it('SEA-32 tell subscribers what is new, once, and only what they may read', async () => {
    const [{ id }] = await list('hara');
    for (const login of ['hara', 'goto'])
      expect((await (await town.as(login)).post(`/search/saved/${id}/subscription`)).status).toBe(204);
    expect(await news('goto')).toEqual([]);
    const fresh = await submitContract(town, { fields: { subject: '橋りょう補修工事契約の締結について' } });
    const secret = await submitContract(town, {
      fields: { subject: '橋りょう事故の示談について' },
      attributes: { confidentiality: 'secret' },
    });
    const told = await news('fukagawa');
    expect(told).toEqual([]);
    const mine = await news('hara');
    expect(mine).toHaveLength(1);
    expect(mine[0].text).toContain('「橋の契約(共有)」で新しく見つかりました。ほかに1件あります。');
    const gotos = await news('goto');
    expect(gotos.map(({ documentId }) => documentId)).toEqual([secret]);
    await approveBy(town, fresh, 'goto', 'fukagawa');
    await approveBy(town, first, 'goto');
    expect(await news('hara')).toHaveLength(1);
  });

  it('SEA-32 tell of what was secret until yesterday, once', async () => {
    const chiba = await town.as('chiba');
    const { body: saved } = await chiba.post('/search/saved', { name: '示談', conditions: { q: '用地補償 示談' } });
    expect((await chiba.post(`/search/saved/${saved.id}/subscription`)).status).toBe(204);
    const secret = await submitContract(town, {
      fields: { subject: '用地補償の示談の方針について' },
      attributes: { confidentiality: 'secret', confidentialUntil: '2026-06-01' },
    });
    expect(await news('chiba')).toEqual([]);
    town.clock.set('2026-06-02T00:00:00Z');
    town.newDay();
    expect((await news('chiba')).map(({ documentId }) => documentId)).toEqual([secret]);
    expect(await news('chiba')).toHaveLength(1);
    const answer = await (await town.as('chiba')).get(`/documents/${secret}`);
    expect([answer.status, answer.body.title]).toEqual([200, '用地補償の示談の方針について']);
  });

  it('SEA-32 are silent after the subscription has ended, or the sharing', async () => {
    const [{ id }] = await list('hara');
    const hara = await town.as('hara');
    await hara.delete(`/search/saved/${id}/subscription`);
    await hara.patch(`/search/saved/${id}`, { unitCode: null });
    await submitContract(town, { fields: { subject: '橋りょう塗装工事契約の締結について' } });
    expect(await news('hara')).toHaveLength(1);
    expect(await news('goto')).toHaveLength(1);
  });
});
