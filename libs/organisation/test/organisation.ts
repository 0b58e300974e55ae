import { EventBus } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Absences } from '../src/app/absences';
import { Actors } from '../src/app/actors';
import { BusinessCalendar } from '../src/app/business-calendar';
import { CancelAbsence } from '../src/app/cancel-absence';
import { ImportMunicipality, type ImportReport } from '../src/app/import-municipality';
import { MunicipalitySettings } from '../src/app/municipality-settings';
import { OrganisationCharts } from '../src/app/organisation-charts';
import { OrganisationSections } from '../src/app/organisation-sections';
import { RegisterAbsence } from '../src/app/register-absence';
import { AbsenceRows } from '../src/data/absence-rows';
import { ChartRows } from '../src/data/chart-rows';
import { SampleTown } from './sample-town';

/** The lib on a database of its own, with a sample town to import from. */
export class OrganisationUnderTest {
  readonly town = new SampleTown();
  readonly events: EventBus;
  readonly charts: OrganisationCharts;
  readonly actors: Actors;
  readonly calendar: BusinessCalendar;
  readonly settings: MunicipalitySettings;
  readonly absences: Absences;
  readonly registerAbsence: RegisterAbsence;
  readonly cancelAbsence: CancelAbsence;
  private readonly importer: ImportMunicipality;

  private constructor(
    readonly database: TestDatabase,
    readonly clock: SettableClock,
  ) {
    const { uow } = database;
    const absenceRows = new AbsenceRows(uow);
    this.events = new EventBus(uow);
    this.charts = new OrganisationCharts(uow, new ChartRows(uow));
    this.actors = new Actors(this.charts);
    this.calendar = new BusinessCalendar(uow);
    this.settings = new MunicipalitySettings(uow);
    this.absences = new Absences(absenceRows);
    this.registerAbsence = new RegisterAbsence(uow, absenceRows);
    this.cancelAbsence = new CancelAbsence(uow, absenceRows);
    this.importer = new ImportMunicipality(uow, this.events);
  }

  static async start(now = '2026-06-01T00:00:00Z'): Promise<OrganisationUnderTest> {
    const clock = new SettableClock(new Date(now));
    return new OrganisationUnderTest(await testDatabase(clock), clock);
  }

  get uow() {
    return this.database.uow;
  }

  import({ dryRun = false } = {}): Promise<ImportReport> {
    return this.importer.run({ folder: this.town.folder, dryRun }, new OrganisationSections(this.uow).all);
  }

  async stop(): Promise<void> {
    this.town.remove();
    await this.database.drop();
  }
}
