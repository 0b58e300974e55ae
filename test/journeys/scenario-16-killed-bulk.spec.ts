import { sql } from '@fubako/platform/database';
import { inboxOf } from './scenarios';
import { type Town, openTown } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z');
});
afterAll(() => town?.close());

const KEY = 'the-bulk-that-was-cut-off';
const COUNT = 240;

/** Internal matters that wait for the 係長. */
async function waiting(count: number): Promise<void> {
  const hara = await town.as('hara');
  for (let n = 0; n < count; n += 8)
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const fields = { subject: `伺い ${n + index}`, body: '次のとおり。' };
        const { body } = await hara.post('/documents', { matterType: 'internal', fields });
        await hara.post(`/documents/${body.id}/submissions`, { expectedVersion: body.version });
      }),
    );
}

const count = (text: ReturnType<typeof sql>): Promise<number> =>
  town.database.uow.read(async () => Number((await town.database.uow.one<{ count: number }>(text)).count));

describe('S16 the connection dies in the middle of a bulk approval', () => {
  it('leaves no half-approved item, and the same key finishes the rest', async () => {
    await waiting(COUNT);
    const goto = await town.as('goto');
    const items: any[] = [];
    for (let cursor = ''; ;) {
      const { body } = await goto.get(`/inbox?view=approval&limit=100${cursor}`);
      items.push(...body.items);
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(items).toHaveLength(COUNT);
    const request = {
      items: items.map(({ documentId, seatId, version, contentDigest }) => ({
        documentId,
        seatId,
        version,
        contentDigest,
      })),
    };
    const outcomes = () => count(sql`select count(*) from approvals.bulk_outcome where key = ${KEY}`);
    const running = goto.post('/bulk-approvals', request, { key: KEY });
    while ((await outcomes()) < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await count(
      sql`select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const cut = await running;
    const done = await outcomes();
    // Cut off it says that the outcome is unknown; if it was through before, nothing is left to be shown.
    if (cut.status === 200) throw new Error('The bulk was through before it could be cut off.');
    expect(cut.status).toBe(503);
    expect(done % 100).toBe(0);
    const acted = await count(sql`select count(*) from approvals.act where bulk_key = ${KEY}`);
    const opened = await count(
      sql`select count(*) from approvals.seat s where s.state = 'done' and exists (select from approvals.act a where a.id = s.act_id and a.bulk_key = ${KEY})`,
    );
    expect([acted, opened]).toEqual([done, done]);

    const again = await goto.post('/bulk-approvals', request, { key: KEY });
    expect(again.status).toBe(200);
    expect(again.body.applied).toBe(COUNT);
    expect(await count(sql`select count(*) from approvals.act where bulk_key = ${KEY}`)).toBe(COUNT);
    expect(await inboxOf(town, 'goto', 'approval')).toEqual([]);
  }, 240_000);
});
