import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, type INestApplication, Module, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ConfigModule, type Settings, loadSettings, projectRoot } from '@fubako/platform/config';
import { Clock, DatabaseModule } from '@fubako/platform/database';
import { ProblemCatalogue, ProblemFilter, requestProblems, requestValidation } from '@fubako/platform/http';
import { OutboxModule } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { IdentityModule, accessProblems, emergencyProblems, identityProblems } from '@fubako/identity';
import {
  ImportMunicipality,
  OrganisationModule,
  OrganisationSections,
  organisationProblems,
} from '@fubako/organisation';
import request from 'supertest';

@Controller('desk')
class DeskController {
  @Get()
  read(@CurrentActor() actor: Actor) {
    return { name: actor.name, units: actor.units };
  }

  @Post()
  write(@CurrentActor() actor: Actor) {
    return { name: actor.name };
  }
}

@Module({ controllers: [DeskController] })
class DeskModule {}

export const PASSWORD = 'correct horse battery';

/** The sample town with the lib as the API composes it, and one guarded route of another lib. */
export class IdentityUnderTest {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: SettableClock,
    readonly app: INestApplication,
  ) {}

  /** @param access settings of the municipality, where they differ from the sample town's */
  static async start(environment: Record<string, string> = {}, access: object = {}): Promise<IdentityUnderTest> {
    const database = await testDatabase();
    const clock = new SettableClock(new Date('2026-06-01T00:00:00Z'));
    const SECRET_KEYS = Buffer.alloc(32, 'key of the test').toString('base64');
    const settings = loadSettings({ DATABASE_URL: database.url, NODE_ENV: 'test', SECRET_KEYS, ...environment });
    const app = await compose(settings, clock);
    await importTown(app, access);
    return new IdentityUnderTest(database, clock, app);
  }

  get<T>(type: new (...parts: never[]) => T): T {
    return this.app.get(type as never, { strict: false });
  }

  http() {
    return request(this.app.getHttpServer());
  }

  signIn(login: string, password = PASSWORD, code?: string) {
    return this.http().post('/session').set('Sec-Fetch-Site', 'same-origin').send({ login, password, code });
  }

  /** What somebody with this cookie asks. */
  send(cookie: string, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) {
    const asked = this.http()[method](path).set('Cookie', cookie).set('Sec-Fetch-Site', 'same-origin');
    return body ? asked.send(body) : asked;
  }

  /** `name=value` of the session cookie that the answer set. */
  static cookieOf(response: request.Response): string {
    const [cookie] = (response.headers['set-cookie'] ?? []) as unknown as string[];
    if (!cookie) throw new Error(`No cookie was set: ${response.status} ${response.text}`);
    return cookie.split(';')[0] ?? '';
  }

  wait(minutes: number): Promise<void> {
    return this.clock.now().then((now) => this.clock.set(new Date(now.getTime() + minutes * 60_000)));
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

async function importTown(app: INestApplication, access: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-town-'));
  cpSync(join(projectRoot, 'apps/cli/sample-town'), folder, { recursive: true });
  const file = join(folder, 'municipality.json');
  const town = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...town, settings: { ...town.settings, access } }));
  const sections = app.get(OrganisationSections, { strict: false }).all;
  await app.get(ImportMunicipality, { strict: false }).run({ folder, dryRun: false }, sections);
  rmSync(folder, { recursive: true, force: true });
}

async function compose(settings: Settings, clock: Clock): Promise<INestApplication> {
  const imports = [
    ConfigModule.with(settings),
    DatabaseModule,
    OutboxModule,
    OrganisationModule,
    IdentityModule,
    DeskModule,
  ];
  const module = await Test.createTestingModule({ imports }).overrideProvider(Clock).useValue(clock).compile();
  const app = module.createNestApplication({ logger: false });
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(
    new ProblemFilter(
      new ProblemCatalogue([
        requestProblems,
        organisationProblems,
        identityProblems,
        accessProblems,
        emergencyProblems,
      ]),
    ),
  );
  return app.init();
}
