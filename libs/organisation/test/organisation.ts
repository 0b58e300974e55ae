import type { LocalDate } from '@fubako/kernel';
import { Test, type TestingModule } from '@nestjs/testing';
import type { StaffNo } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { ConfigModule, loadSettings } from '@fubako/platform/config';
import { Clock, DatabaseModule, UnitOfWork } from '@fubako/platform/database';
import { EventBus, OutboxModule } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import {
  Absences,
  Actors,
  AnnounceChanges,
  BusinessCalendar,
  CancelAbsence,
  EndProxy,
  GiveProxy,
  ImportMunicipality,
  type ImportReport,
  MunicipalitySettings,
  OrganisationCharts,
  OrganisationModule,
  OrganisationSections,
  RegisterAbsence,
  WhoStandsIn,
} from '@fubako/organisation';
import { SampleTown } from './sample-town';

/** The lib as it is composed, on a database of its own, with a sample town to import from. */
export class OrganisationUnderTest {
  readonly town = new SampleTown();
  readonly uow: UnitOfWork;
  readonly events: EventBus;
  readonly charts: OrganisationCharts;
  readonly actors: Actors;
  readonly calendar: BusinessCalendar;
  readonly settings: MunicipalitySettings;
  readonly absences: Absences;
  readonly registerAbsence: RegisterAbsence;
  readonly cancelAbsence: CancelAbsence;
  readonly whoStandsIn: WhoStandsIn;
  readonly giveProxy: GiveProxy;
  readonly endProxy: EndProxy;
  readonly announceChanges: AnnounceChanges;

  private constructor(
    readonly database: TestDatabase,
    readonly clock: SettableClock,
    private readonly module: TestingModule,
  ) {
    this.uow = module.get(UnitOfWork);
    this.events = module.get(EventBus);
    this.charts = module.get(OrganisationCharts);
    this.actors = module.get(Actors);
    this.calendar = module.get(BusinessCalendar);
    this.settings = module.get(MunicipalitySettings);
    this.absences = module.get(Absences);
    this.registerAbsence = module.get(RegisterAbsence);
    this.cancelAbsence = module.get(CancelAbsence);
    this.whoStandsIn = module.get(WhoStandsIn);
    this.giveProxy = module.get(GiveProxy);
    this.endProxy = module.get(EndProxy);
    this.announceChanges = module.get(AnnounceChanges);
  }

  static async start(now = '2026-06-01T00:00:00Z'): Promise<OrganisationUnderTest> {
    const database = await testDatabase();
    const clock = new SettableClock(new Date(now));
    const settings = loadSettings({ DATABASE_URL: database.url, NODE_ENV: 'test' });
    const imports = [ConfigModule.with(settings), DatabaseModule, OutboxModule, OrganisationModule];
    const module = await Test.createTestingModule({ imports }).overrideProvider(Clock).useValue(clock).compile();
    await module.init();
    return new OrganisationUnderTest(database, clock, module);
  }

  /** The person as the request of a signed-in one would carry them. */
  actor(staffNo: string): Promise<Actor> {
    return this.uow.read(() => this.actors.of(staffNo as StaffNo));
  }

  import({ dryRun = false, validFrom }: { dryRun?: boolean; validFrom?: LocalDate } = {}): Promise<ImportReport> {
    const sections = this.module.get(OrganisationSections).all;
    return this.module
      .get(ImportMunicipality)
      .run({ folder: this.town.folder, dryRun, by: '1027', ...(validFrom ? { validFrom } : {}) }, sections);
  }

  async stop(): Promise<void> {
    this.town.remove();
    await this.module.close();
    await this.database.drop();
  }
}
