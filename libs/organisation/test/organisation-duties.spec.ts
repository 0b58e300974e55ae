import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  AnnounceChanges,
  ImportMunicipality,
  OrganisationDutiesModule,
  OrganisationModule,
  OrganisationSections,
} from '@fubako/organisation';
import { organisationChanged } from '@fubako/organisation/events';
import { ConfigModule, loadSettings } from '@fubako/platform/config';
import { Clock, DatabaseModule } from '@fubako/platform/database';
import { JobRegistry } from '@fubako/platform/jobs';
import { EventBus, OutboxModule } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { SampleTown } from './sample-town';

/** The jobs that are known, without a queue to run them. */
@Global()
@Module({ providers: [JobRegistry], exports: [JobRegistry] })
class Registry {}

/** 00:00 on 1 April in Japan, less one millisecond. */
const EVE = new Date('2027-03-31T14:59:59.999Z');

describe('what time does to the organisation', () => {
  const town = new SampleTown();
  const clock = new SettableClock(EVE);
  let database: TestDatabase;
  let module: TestingModule;
  const heard: object[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    const settings = loadSettings({ DATABASE_URL: database.url, NODE_ENV: 'test' });
    const floor = [ConfigModule.with(settings), DatabaseModule, OutboxModule, Registry];
    const imports = [...floor, OrganisationModule, OrganisationDutiesModule];
    module = await Test.createTestingModule({ imports }).overrideProvider(Clock).useValue(clock).compile();
    await module.init();
    module.get(EventBus).inUnit(organisationChanged, async (events) => {
      heard.push(...events.map(({ payload }) => payload));
    });
  });
  afterAll(async () => {
    town.remove();
    await module.close();
    await database.drop();
  });

  const look = async () => {
    const job = module.get(JobRegistry).find('organisation.announce-changes');
    await job?.handler({}, { jobId: 'look', attempt: 1 });
  };

  it('DAY-1 an import is announced by itself, in its own unit', async () => {
    const sections = module.get(OrganisationSections).all;
    const { revision } = await module.get(ImportMunicipality).run({ folder: town.folder, dryRun: false }, sections);
    expect(heard).toEqual([{ date: '2027-03-31', revision, since: '2027-03-31' }]);
    await look();
    expect(heard).toHaveLength(1);
  });

  it('DAY-1 the job looks every minute, and at 00:00 in Japan tells of 1 April once', async () => {
    const [schedule] = module
      .get(JobRegistry)
      .schedules()
      .filter(({ name }) => name === 'organisation.announce-changes');
    expect(schedule?.when).toEqual({ cron: '* * * * *' });
    clock.set(new Date(EVE.getTime() + 1));
    await Promise.all([look(), look(), module.get(AnnounceChanges).run()]);
    expect(heard.slice(1)).toEqual([expect.objectContaining({ date: '2027-04-01', since: '2027-04-01' })]);
  });
});
