import { Controller, Get, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DomainError } from '@fubako/kernel';
import { ConfigModule, loadSettings } from '@fubako/platform/config';
import { DatabaseModule } from '@fubako/platform/database';
import { HealthModule } from '@fubako/platform/health';
import { ObjectStore, ObjectStoreModule } from '@fubako/platform/object-store';
import {
  JsonLogger,
  ObservabilityModule,
  ProcessHealth,
  RequestTrace,
  describeError,
  guardBoot,
  summaryOf,
  traceRequests,
} from '@fubako/platform/observability';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Client, DatabaseError } from 'pg';
import request from 'supertest';

/** What a logger writes, line by line. */
function recording(level: 'info' | 'debug' = 'info') {
  const lines: Record<string, unknown>[] = [];
  const logger = new JsonLogger(level, {
    write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>),
  });
  return { logger, lines };
}

describe('the log', () => {
  it('writes one JSON object a line, with context and trace', () => {
    const { logger, lines } = recording();
    RequestTrace.run('abc123', () => logger.log('the worker runs', 'worker'));
    logger.log({ message: 'answered', status: 200 }, 'http');
    expect(lines).toMatchObject([
      { level: 'info', msg: 'the worker runs', context: 'worker', trace: 'abc123' },
      { level: 'info', msg: 'answered', status: 200, context: 'http' },
    ]);
    expect(lines[1]).not.toHaveProperty('trace');
    expect(new Date(String(lines[0]?.['time'])).getTime()).toBeGreaterThan(0);
  });

  it('keeps the trace over everything that one request starts', async () => {
    const { logger, lines } = recording();
    await RequestTrace.run('one', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await Promise.all([1, 2].map(async (n) => logger.log({ message: 'step', n })));
    });
    expect(lines.map(({ trace }) => trace)).toEqual(['one', 'one']);
    expect(RequestTrace.current()).toBeNull();
  });

  it('never writes what travels in bodies, parameters or names', () => {
    const { logger, lines } = recording();
    const fields = { applicant: '山田 花子' };
    logger.error(
      {
        message: 'refused',
        body: 'password=himitsu',
        name: '山田 花子',
        nested: fields,
        list: ['山田 花子'],
        status: 422,
      },
      'problem',
    );
    const [line] = lines;
    expect(JSON.stringify(line)).not.toMatch(/山田|himitsu/);
    expect(line).toMatchObject({ status: 422, body: '[withheld]', name: '[withheld]' });
  });

  it('describes an error of the database by code and constraint, without the values it quotes', async () => {
    const database = await testDatabase();
    const failure = await database.dataSource
      .query("select '山田 花子'::int where $1::text = '秘密'", ['秘密'])
      .catch((error: unknown) => error);
    await database.drop();
    expect((failure as Error).message).toContain('山田');
    const { logger, lines } = recording();
    logger.error({ message: 'failed', error: failure }, 'problem');
    logger.error(failure, 'problem');
    expect(JSON.stringify(lines)).not.toMatch(/山田|秘密/);
    expect(lines).toMatchObject([
      { error: 'QueryFailedError', code: '22P02' },
      { error: 'QueryFailedError', code: '22P02' },
    ]);
    const unique = Object.assign(new DatabaseError('Key (name)=(山田) already exists.', 1, 'error'), {
      severity: 'ERROR',
      code: '23505',
      schema: 'x',
      table: 'person',
      constraint: 'person_name',
    });
    expect(summaryOf(unique)).toBe('error: 23505: x person person_name');
  });

  it('describes a refusal by its code, without its facts', () => {
    const refusal = new DomainError('approvals.not-your-seat', { holder: '江藤 信一' });
    expect(describeError(refusal)).toMatchObject({ error: 'DomainError', code: 'approvals.not-your-seat' });
    expect(JSON.stringify(describeError(refusal))).not.toContain('江藤');
  });

  it('writes nothing below the level of the settings', () => {
    const { logger, lines } = recording();
    logger.debug('detail', 'x');
    logger.log('LedgerModule dependencies initialized', 'InstanceLoader');
    expect(lines).toEqual([]);
  });
});

@Controller('things')
class ThingsController {
  @Get()
  list(): { trace: string | null } {
    new Logger('things').log('listing');
    return { trace: RequestTrace.current() };
  }
}

describe('health', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let broken: string | null;
  let lines: Record<string, unknown>[];

  beforeAll(async () => {
    database = await testDatabase();
    broken = null;
    const settings = loadSettings({
      DATABASE_URL: database.url,
      NODE_ENV: 'test',
      FUBAKO_DATA: `/tmp/fubako-health-${process.pid}`,
    });
    @Module({
      imports: [ConfigModule.with(settings), DatabaseModule, ObjectStoreModule, ObservabilityModule, HealthModule],
      controllers: [ThingsController],
    })
    class Probe {}
    const recorder = recording();
    lines = recorder.lines;
    app = await NestFactory.create<NestExpressApplication>(Probe, { logger: recorder.logger });
    app.use(traceRequests);
    app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
    await app.init();
    app
      .get(ProcessHealth)
      .watch('jobs', () => (broken === 'jobs' ? Promise.reject(new Error('away')) : Promise.resolve()));
    const store = app.get(ObjectStore);
    const check = store.check.bind(store);
    store.check = () => (broken === 'hang' ? new Promise(() => undefined) : check());
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const ready = async () => {
    // The report is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    return request(app.getHttpServer()).get('/readyz');
  };

  it('says outside the API prefix that the process lives', async () => {
    const response = await request(app.getHttpServer()).get('/healthz');
    expect([response.status, response.body]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready while everything answers', async () => {
    const response = await ready();
    expect([response.status, response.body]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', objectStore: 'ok', jobs: 'ok' } },
    ]);
  });

  it('is degraded, but stays in service, without jobs or files', async () => {
    broken = 'jobs';
    const jobs = await ready();
    expect([jobs.status, jobs.body]).toEqual([
      200,
      { status: 'degraded', checks: { database: 'ok', objectStore: 'ok', jobs: 'failed' } },
    ]);
    broken = 'hang';
    const files = await ready();
    expect(files.body).toEqual({ status: 'degraded', checks: { database: 'ok', objectStore: 'failed', jobs: 'ok' } });
    broken = null;
  });

  it('is unavailable when the schema is not the one of this build', async () => {
    await database.dataSource.query(
      "insert into platform.migration (name, sha256) values ('29991231_0000_future', '')",
    );
    const response = await ready();
    expect([response.status, response.body.status]).toEqual([503, 'unavailable']);
    await database.dataSource.query("delete from platform.migration where name = '29991231_0000_future'");
    expect((await ready()).status).toBe(200);
  });

  it('gives every request one trace id and one log line without its query', async () => {
    const response = await request(app.getHttpServer()).get('/api/v1/things?q=山田');
    const trace = (response.body as { trace: string }).trace;
    expect(trace).toMatch(/^[0-9a-f]{16}$/);
    const own = lines.filter((line) => line['trace'] === trace);
    expect(own.map(({ msg }) => msg)).toEqual(['listing', 'answered']);
    expect(own[1]).toMatchObject({
      method: 'GET',
      path: '/api/v1/things',
      status: 200,
      ms: expect.any(Number) as number,
    });
    expect(JSON.stringify(own)).not.toMatch(/山田|%E5/);
  });
});

describe('the boot guard', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    Logger.overrideLogger(false);
  });
  afterAll(() => database.drop());

  const settings = (url = database.url, production = false) =>
    loadSettings({
      DATABASE_URL: url,
      ...(production ? { NODE_ENV: 'production', PUBLIC_URL: 'https://fubako.example' } : {}),
    });
  const onDatabase = async (statement: string) => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  it('lets a process start on the schema of its build', async () => {
    await expect(guardBoot(settings(), 'api')).resolves.toBeUndefined();
  });

  it('refuses a schema of another build, older or newer, and says what to do', async () => {
    await onDatabase("insert into platform.migration (name, sha256) values ('29991231_0000_future', '')");
    await expect(guardBoot(settings(), 'api')).rejects.toThrow(/not the one of this build: run the "migrate" command/);
    await onDatabase(
      "delete from platform.migration where name in ('29991231_0000_future', '20261122_0110_outbox_publications')",
    );
    await expect(guardBoot(settings(), 'api')).rejects.toThrow(/not the one of this build/);
    await onDatabase("insert into platform.migration (name, sha256) values ('20261122_0110_outbox_publications', '')");
    await expect(guardBoot(settings(), 'api')).resolves.toBeUndefined();
  });

  it('refuses in production a database that may lose what it confirmed', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await onDatabase(`alter database ${name} set synchronous_commit = off`);
    await expect(guardBoot(settings(database.url, true), 'api')).rejects.toThrow(
      /synchronous_commit = off and may lose confirmed decisions/,
    );
    await expect(guardBoot(settings(), 'api')).resolves.toBeUndefined();
    await onDatabase(`alter database ${name} reset synchronous_commit`);
  });

  it('LOGIN-2 refuses in production a login that owns the database, or may seal where it must not, and says what to do', async () => {
    const at = (url: string, program: 'api' | 'worker') => guardBoot(settings(url, true), program);
    for (const program of ['api', 'worker'] as const)
      await expect(at(database.ownerUrl, program)).rejects.toThrow(
        /owns the database, .*: put this address into DATABASE_OWNER_URL, .* and run "migrate"/,
      );
    await expect(at(database.workerUrl, 'api')).rejects.toThrow(/member of fubako_sealer, and the API must not seal/);
    await expect(at(database.url, 'worker')).rejects.toThrow(/the worker cannot seal: .* DATABASE_WORKER_URL/);
    // What is left is how the server of the tests keeps its files.
    for (const fitting of [at(database.url, 'api'), at(database.workerUrl, 'worker')])
      await expect(fitting).rejects.toThrow(/^Fubako cannot start:(\n {2}- PostgreSQL runs with \w+ = off .*)+$/);
    await expect(guardBoot(settings(database.ownerUrl), 'api')).resolves.toBeUndefined();
  });

  it('says in a sentence that the database cannot be reached', async () => {
    await expect(guardBoot(settings('postgres://nobody@127.0.0.1:9/none'), 'api')).rejects.toThrow(
      /cannot be reached \(ECONNREFUSED\): check DATABASE_URL/,
    );
  });
});
