export { Absences } from './app/absences';
export { Actors } from './app/actors';
export { AnnounceChanges } from './app/announce-changes';
export { BusinessCalendar } from './app/business-calendar';
export { CancelAbsence } from './app/cancel-absence';
export { ChangeSetting, type SettingWish } from './app/change-setting';
export { EndProxy } from './app/end-proxy';
export { GiveProxy, type ProxyRequest } from './app/give-proxy';
export {
  ImportMunicipality,
  type ImportReport,
  type ImportRequest,
  type TransferRequest,
} from './app/import-municipality';
export { type Municipality, MunicipalitySettings, type SettingsVersion } from './app/municipality-settings';
export { OrganisationCharts } from './app/organisation-charts';
export { OrganisationSections } from './app/organisation-sections';
export { PackageSections } from './package/package-sections';
export { type AbsenceRequest, RegisterAbsence } from './app/register-absence';
export { ReadSettings } from './app/read-settings';
export { SettingChangeList, SettingList, VALUE_SCHEMA } from './app/settings.views.dto';
export { StaffLists } from './app/staff-lists';
export { StaffReportView } from './app/staff-lists.views.dto';
export { Successions } from './app/successions';
export { WhoStandsIn } from './app/who-stands-in';
export type { Absence, AbsenceKind, Proxy, TimeSpan } from './core/absence';
export {
  type CalendarFacts,
  type Deadline,
  addOpenDays,
  deadlineAfter,
  isOpen,
  openDaysBetween,
  openDaysFrom,
} from './core/business-days';
export type {
  ActingMode,
  ActingOrder,
  Assignment,
  AssignmentKind,
  ChartFacts,
  OrgFunction,
  Person,
  Post,
  RoleGrant,
  Unit,
  UnitKind,
} from './core/facts';
export { findLoop } from './core/find-loop';
export { type Head, type Holder, OrganisationChart } from './core/organisation-chart';
export { type Period, firstUncovered, overlap } from './core/period';
export {
  type Away,
  type AwayKind,
  type Decider,
  type Occupancy,
  type ProxyHolder,
  type StandIn,
  type StandInFacts,
  StandIns,
  type StandingFor,
} from './core/stand-ins';
export { type Cover, StandInTimeline, dayOf, isUncovered } from './core/stand-in-timeline';
export { type MovedFunction, Succession, type WorkOfUnit, movedFunctions } from './core/succession';
export { workUnitsOf } from './core/work-units';
export { REVISION } from './data/chart-rows';
export { organisationProblems } from './errors';
export { OrganisationDutiesModule } from './organisation-duties.module';
export { OrganisationModule } from './organisation.module';
export { checkReferences } from './package/check-references';
export {
  CellFault,
  type Column,
  bool,
  code,
  codes,
  date,
  int,
  mayBeMissing,
  oneOf,
  optional,
  text,
  yen,
} from './package/column';
export { type Fault, Faults, type Place, type Words, wholeFile } from './package/fault';
export { type Leaver, type LeavingItem, type LeavingKind, LeavingSection } from './package/leaving';
export { type InFlightItem, type InFlightKind, InFlightSection } from './package/in-flight';
export { type JsonText, readJson } from './package/json-text';
export { type AccessSettings, STEP_UP_ACTS, type StepUpAct } from './package/access-settings';
export type { MunicipalitySettingValues } from './package/municipality-settings';
export { tonesOf } from './package/theme-colour';
export { PackageFiles } from './package/package-files';
export { type Entry, Register, periodOf } from './package/register';
export { type RowsOptions, RowsSection } from './package/rows-section';
export {
  IMPORTED_BECAUSE,
  IMPORTED_BY,
  PackageContents,
  type PackageSection,
  type PlannedChange,
  RULE_ANSWERS,
  type RuleAnswer,
  type RuleAnswers,
  type SectionKey,
  type SectionPlan,
  VERSIONS_FROM,
  sectionKey,
} from './package/section';
export { ACTING_ORDERS } from './package/sections/acting-orders';
export { ASSIGNMENTS } from './package/sections/assignments';
export { FUNCTIONS } from './package/sections/functions';
export { MUNICIPALITY, settingsOf } from './package/sections/municipality';
export { ORG_UNITS } from './package/sections/org-units';
export { PEOPLE } from './package/sections/people';
export { POSTS } from './package/sections/posts';
export { type PackageRow, type Table, type TableContent, type ValuesOf, readTable, table } from './package/table';
