import { Client } from 'pg';
import { MOMENT, UnitOfWork, Visits, asOffice, byOffice, sql } from '@fubako/platform/database';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';

describe('a unit of work', () => {
  let database: TestDatabase;
  let uow: UnitOfWork;

  beforeAll(async () => {
    database = await testDatabase();
    uow = database.uow;
    await database.dataSource.query('create table public.thing (id int primary key, name text not null)');
  });
  afterAll(() => database.drop());

  const things = () => uow.rows<{ id: number }>(sql`select * from public.thing order by id`);
  const put = (id: number) => uow.change(sql`insert into public.thing (id, name) values (${id}, ${'x'})`);

  it('keeps statements that come again under names, and units that changed nothing leave nothing', async () => {
    for (let id = 1; id <= 6; id++) await uow.run(() => put(id));
    const refused = uow.run(async () => {
      await put(7);
      throw new Error('given up');
    });
    await expect(refused).rejects.toThrow('given up');
    const seen = await uow.read(async () => ({
      things: await things(),
      named: await uow.rows<{ statement: string }>(sql`select statement from pg_prepared_statements`),
    }));
    expect(seen.things).toHaveLength(6);
    expect(seen.named.map(({ statement }) => statement)).toContainEqual(
      expect.stringContaining('insert into public.thing'),
    );
  });

  it('ends a glance with its questions, and looks again in an ordinary unit when there was more to ask', async () => {
    const asked = jest.spyOn(Client.prototype, 'query');
    const ends = () =>
      asked.mock.calls.filter(([query]) => (query as unknown as { text: string }).text === 'commit').length;
    try {
      const glance = () => uow.glance(async () => [(await things()).length, ends()]);
      const [read] = await uow.read(async () => [(await things()).length, ends()]);
      asked.mockClear();
      await expect(glance()).resolves.toEqual([read, 1]);
      asked.mockClear();
      const twice = uow.glance(async () => [(await things()).length, (await things()).length, ends()]);
      await expect(twice).resolves.toEqual([read, read, 1]);
      await expect(uow.glance(() => put(60))).rejects.toMatchObject({ code: '25006' });
      await expect(uow.run(() => uow.glance(() => put(60)))).resolves.toBe(1);
      await expect(uow.run(() => uow.change(sql`delete from public.thing where id = 60`))).resolves.toBe(1);
    } finally {
      asked.mockRestore();
    }
  });

  it('asks one question by itself: one statement of the office, outside of any unit only', async () => {
    const question = asOffice(sql`select current_user as "user", session_user as office, ${MOMENT} as now`);
    const asked = jest.spyOn(Client.prototype, 'query');
    try {
      const [answer] = await Visits.begin(() => uow.ask<{ now: Date; user: string; office: string }>(question));
      expect(asked).toHaveBeenCalledTimes(1);
      expect(answer).toEqual({ user: answer?.office, office: answer?.office, now: expect.any(Date) });
      await expect(uow.read(() => uow.ask(question))).rejects.toThrow('A unit of work is open');
    } finally {
      asked.mockRestore();
    }
  });

  it('asks as who asks, whatever the unit asks beside it, and changes the role only where another is needed', async () => {
    const whoAsks = () => uow.one<{ user: string }>(sql`select current_user as "user"`);
    const ofOffice = () => uow.one<{ user: string }>(asOffice(sql`select current_user as "user"`));
    const byTheOffice = () => byOffice(async () => [await whoAsks(), await whoAsks()]);
    const asked = jest.spyOn(Client.prototype, 'query');
    try {
      const [mine, office, derived, later] = await Visits.begin(() =>
        uow.run(() => Promise.all([whoAsks(), ofOffice(), byTheOffice(), whoAsks()])),
      );
      expect([mine, later]).toEqual([{ user: 'fubako_api' }, { user: 'fubako_api' }]);
      expect(derived).toEqual([office, office]);
      expect(office.user).not.toBe('fubako_api');
      const roles = asked.mock.calls.map(([query]) => (query as unknown as { text: string }).text);
      // There, back for what stands after, there again for the second of the office, and back for the end.
      expect(roles.filter((text) => text.startsWith('set local role')).map((text) => text.split(' ').at(-1))).toEqual([
        'none',
        'fubako_api',
        'none',
        'fubako_api',
      ]);
    } finally {
      asked.mockRestore();
    }
  });

  it('plans its one question anew when a migration has changed what it asks', async () => {
    await database.dataSource.query('create table public.changing (id int)');
    await database.dataSource.query('insert into public.changing values (1)');
    const question = asOffice(sql`select c.*, ${MOMENT} as now from public.changing c`);
    for (let n = 0; n < 6; n++) await uow.ask(question);
    await database.dataSource.query('alter table public.changing add column more int default 2');
    await expect(uow.ask(question)).resolves.toEqual([{ id: 1, more: 2, now: expect.any(Date) }]);
  });

  it('runs what comes last at once, in the order in which it came, and what that brings in turn after it', async () => {
    const steps: string[] = [];
    const step = (name: string) => async () => {
      steps.push(`${name} begins`);
      await uow.rows(sql`select ${name}::text`);
      steps.push(`${name} ends`);
      if (name === 'b') uow.beforeCommit(step('c'));
    };
    await uow.run(async () => {
      uow.beforeCommit(step('a'));
      uow.beforeCommit(step('b'));
      await uow.rows(sql`select 1`);
    });
    expect(steps).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends']);
  });

  it('keeps nothing when one of the last works fails, and leaves none of them running', async () => {
    const ended: string[] = [];
    const failing = uow.run(async () => {
      await put(70);
      uow.beforeCommit(() => Promise.reject(new Error('the first failed')));
      uow.beforeCommit(async () => {
        await uow.rows(sql`select pg_sleep(0.05)`);
        ended.push('the second');
      });
    });
    await expect(failing).rejects.toThrow('the first failed');
    expect(ended).toEqual(['the second']);
    expect((await uow.read(things)).map(({ id }) => id)).not.toContain(70);
  });

  it('keeps plans where a unit asks for it, and in no other unit of the connection', async () => {
    const mode = () => uow.one(sql`select current_setting('plan_cache_mode') as mode`);
    const kept = uow.run(async () => {
      uow.keepPlans();
      return mode();
    });
    await expect(kept).resolves.toEqual({ mode: 'force_generic_plan' });
    await expect(uow.run(mode)).resolves.toEqual({ mode: 'auto' });
  });

  it('tells whoever watches what a guard of the database has refused, and who acted, when nothing of it is left', async () => {
    await database.dataSource.query(`
      create table public.kept (id int);
      create function public.keep() returns trigger language plpgsql as $$
        begin raise exception 'It stays.' using errcode = 'restrict_violation', constraint = 'it_stays'; end $$;
      create trigger stays before delete on public.kept for each row execute function public.keep();
      insert into public.kept values (1)`);
    const heard: unknown[] = [];
    uow.whenRefused((refusal) => uow.run(async () => void heard.push({ ...refusal, left: (await things()).length })));
    const before = (await uow.read(things)).length;
    const attempt = uow.run(async () => {
      uow.actsFor('1012');
      await put(70);
      await uow.change(sql`delete from public.kept`);
    });
    await expect(attempt).rejects.toMatchObject({ code: '23001', constraint: 'it_stays' });
    await expect(uow.run(() => uow.change(sql`delete from public.nothing`))).rejects.toThrow();
    expect(heard).toEqual([{ guard: 'it_stays', message: 'It stays.', by: '1012', left: before }]);
  });

  it('plans anew what a migration has changed under the running process', async () => {
    for (let n = 0; n < 4; n++) await uow.read(things);
    await database.dataSource.query("alter table public.thing add column note text not null default 'new'");
    const read = await uow.read(things);
    expect(read[0]).toMatchObject({ id: 1, note: 'new' });
    await database.dataSource.query("alter table public.thing add column more text not null default 'newer'");
    for (let n = 0; n < 4; n++) await uow.read(things);
    await database.dataSource.query('alter table public.thing drop column note');
    const written = await uow.run(async () => [await put(8), await things()] as const);
    expect(written[0]).toBe(1);
    expect(written[1].at(-1)).toEqual({ id: 8, name: 'x', more: 'newer' });
  });

  it('says the code of the database when a statement is refused, and the unit is gone', async () => {
    const twice = uow.run(async () => {
      await put(9);
      await put(9);
    });
    await expect(twice).rejects.toMatchObject({ name: 'QueryFailedError', code: '23505' });
    expect(await uow.read(things)).not.toContainEqual(expect.objectContaining({ id: 9 }));
  });

  describe('what is sent and not waited for', () => {
    const send = (id: number, rows: number | null = null) =>
      uow.send(sql`insert into public.thing (id, name) values (${id}, ${'sent'})`, rows);
    const ids = async () => (await uow.read(things)).map(({ id }) => id);

    it('is seen by what is asked after it, and is there when the unit has committed', async () => {
      const seen = await uow.run(async () => {
        send(20);
        const before = await things();
        send(21, 1);
        return before.map(({ id }) => id);
      });
      expect(seen).toContain(20);
      expect(await ids()).toEqual(expect.arrayContaining([20, 21]));
    });

    it('fails the unit with its own fault when it fails, and nothing of the unit is left', async () => {
      const atTheEnd = uow.run(async () => {
        await put(22);
        send(20);
      });
      await expect(atTheEnd).rejects.toMatchObject({ name: 'QueryFailedError', code: '23505' });
      const onTheWay = uow.run(async () => {
        send(23);
        send(20);
        send(24);
        await things();
      });
      await expect(onTheWay).rejects.toMatchObject({ name: 'QueryFailedError', code: '23505' });
      const swallowed = uow.run(async () => {
        send(25);
        await put(20).catch(() => undefined);
      });
      await expect(swallowed).rejects.toMatchObject({ code: '23505' });
      for (const id of [22, 23, 24, 25]) expect(await ids()).not.toContain(id);
      await uow.run(() => put(26));
      expect(await ids()).toContain(26);
    });

    it('fails the unit when it changed another number of rows than it must', async () => {
      const missed = uow.run(async () => {
        await put(27);
        uow.send(sql`update public.thing set name = ${'other'} where id = ${-1}`, 1);
      });
      await expect(missed).rejects.toThrow('1 rows were to change, 0 did');
      expect(await ids()).not.toContain(27);
    });

    it('is run again with the whole unit when Postgres asks for that', async () => {
      let tries = 0;
      await uow.run(async () => {
        send(28);
        if (++tries === 1)
          uow.send(sql`do $$ begin raise exception 'once more' using errcode = 'serialization_failure'; end $$`);
        await things();
      });
      expect(tries).toBe(2);
      expect(await ids()).toContain(28);
    });
  });

  it.each([
    ['a statement is sent', () => put(10)],
    ['the time is asked', () => uow.now()],
  ])('says that the connection was lost when %s after it broke', async (_, next) => {
    const lost = uow.run(async () => {
      const { pid } = await uow.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await database.dataSource.query('select pg_terminate_backend($1)', [pid]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await next();
    });
    await expect(lost).rejects.toMatchObject({ code: '08006' });
    expect(await uow.read(things)).not.toContainEqual(expect.objectContaining({ id: 10 }));
  });
});
