import { PruneTraces } from '@fubako/platform/housekeeping';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

describe('PruneTraces', () => {
  it('removes delivered effects after 30 days and answers after 400, and nothing that is still owed', async () => {
    await database.dataSource.query(`
      insert into platform.outbox (consumer, event_id, event_name, subject, payload, created_at, done_at) values
        ('old', gen_random_uuid(), 'x', 's', '{}', now() - interval '40 days', now() - interval '31 days'),
        ('young', gen_random_uuid(), 'x', 's', '{}', now() - interval '40 days', now() - interval '29 days'),
        ('owed', gen_random_uuid(), 'x', 's', '{}', now() - interval '900 days', null);
      insert into platform.idempotency (actor, key, request_sha256, created_at) values
        ('a', 'old-key-0123456789', sha256(''), now() - interval '401 days'), ('a', 'new-key-0123456789', sha256(''), now() - interval '399 days')`);
    expect(await new PruneTraces(database.uow).run()).toBe(2);
    const rows = await database.dataSource.query(
      'select consumer as left from platform.outbox union all select key from platform.idempotency order by 1',
    );
    expect(rows.map((row: { left: string }) => row.left)).toEqual(['new-key-0123456789', 'owed', 'young']);
  });
});
