import { Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { AbsenceNews } from './app/absence-news';
import { Absences } from './app/absences';
import { Actors } from './app/actors';
import { BusinessCalendar } from './app/business-calendar';
import { CancelAbsence } from './app/cancel-absence';
import { ImportMunicipality } from './app/import-municipality';
import { MunicipalitySettings } from './app/municipality-settings';
import { OrganisationCharts } from './app/organisation-charts';
import { OrganisationSections } from './app/organisation-sections';
import { AnnounceChanges } from './app/announce-changes';
import { EndProxy } from './app/end-proxy';
import { GiveProxy } from './app/give-proxy';
import { ProxyNews } from './app/proxy-news';
import { RegisterAbsence } from './app/register-absence';
import { WhoStandsIn } from './app/who-stands-in';
import { AbsenceRows } from './data/absence-rows';
import { AnnouncedDays } from './data/announced-days';
import { ChartRows } from './data/chart-rows';
import { ProxyRows } from './data/proxy-rows';
import { StandInRows } from './data/stand-in-rows';

const doors = [
  Absences,
  Actors,
  AnnounceChanges,
  BusinessCalendar,
  CancelAbsence,
  EndProxy,
  GiveProxy,
  ImportMunicipality,
  MunicipalitySettings,
  OrganisationCharts,
  OrganisationSections,
  RegisterAbsence,
  WhoStandsIn,
];

const inside = [AbsenceNews, AbsenceRows, AnnouncedDays, ChartRows, ProxyNews, ProxyRows, StandInRows];

@Module({ imports: [LedgerModule], providers: [...doors, ...inside], exports: doors })
export class OrganisationModule {}
