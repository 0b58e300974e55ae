import { Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { AbsenceNews } from './app/absence-news';
import { Absences } from './app/absences';
import { Actors } from './app/actors';
import { BusinessCalendar } from './app/business-calendar';
import { CancelAbsence } from './app/cancel-absence';
import { ChangeSetting } from './app/change-setting';
import { ImportMunicipality } from './app/import-municipality';
import { MunicipalitySettings } from './app/municipality-settings';
import { OrganisationCharts } from './app/organisation-charts';
import { OrganisationSections } from './app/organisation-sections';
import { PackageSections } from './package/package-sections';
import { AnnounceChanges } from './app/announce-changes';
import { EndProxy } from './app/end-proxy';
import { GiveProxy } from './app/give-proxy';
import { ProxyNews } from './app/proxy-news';
import { FindPeople } from './app/find-people';
import { FindPosts } from './app/find-posts';
import { FindUnits } from './app/find-units';
import { ListProxies } from './app/list-proxies';
import { ReadAbsences } from './app/read-absences';
import { ReadChart } from './app/read-chart';
import { ReadSettings } from './app/read-settings';
import { ReadStandIns } from './app/read-stand-ins';
import { RegisterAbsence } from './app/register-absence';
import { StaffLists } from './app/staff-lists';
import { TryReorganisation } from './app/try-reorganisation';
import { Successions } from './app/successions';
import { WhoStandsIn } from './app/who-stands-in';
import { AbsenceRows } from './data/absence-rows';
import { AnnouncedDays } from './data/announced-days';
import { ChartRows } from './data/chart-rows';
import { ProxyRows } from './data/proxy-rows';
import { SettingRows } from './data/setting-rows';
import { StaffRows } from './data/staff-rows';
import { StandInRows } from './data/stand-in-rows';
import { AbsencesController } from './http/absences.controller';
import { ChartController } from './http/chart.controller';
import { ProxiesController } from './http/proxies.controller';
import { ReorganisationController } from './http/reorganisation.controller';
import { StandInsController } from './http/stand-ins.controller';

const doors = [
  Absences,
  Actors,
  AnnounceChanges,
  BusinessCalendar,
  CancelAbsence,
  ChangeSetting,
  EndProxy,
  GiveProxy,
  ImportMunicipality,
  MunicipalitySettings,
  OrganisationCharts,
  OrganisationSections,
  PackageSections,
  ReadSettings,
  RegisterAbsence,
  StaffLists,
  Successions,
  WhoStandsIn,
];

const rows = [AbsenceRows, AnnouncedDays, ChartRows, ProxyRows, SettingRows, StaffRows, StandInRows];
const inside = [
  AbsenceNews,
  FindPeople,
  FindPosts,
  FindUnits,
  ListProxies,
  ProxyNews,
  ReadAbsences,
  ReadChart,
  ReadStandIns,
  TryReorganisation,
];

@Module({
  imports: [LedgerModule],
  controllers: [AbsencesController, ChartController, ProxiesController, ReorganisationController, StandInsController],
  providers: [...doors, ...inside, ...rows],
  exports: doors,
})
export class OrganisationModule {
  constructor(packages: PackageSections, sections: OrganisationSections) {
    packages.add('organisation', sections.all);
  }
}
