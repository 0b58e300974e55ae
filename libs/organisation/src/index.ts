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
export { type Fault, Faults, type Place, wholeFile } from './package/fault';
export { PackageFiles } from './package/package-files';
export { type Entry, Register, periodOf } from './package/register';
export { type RowsOptions, RowsSection } from './package/rows-section';
export {
  PackageContents,
  type PackageSection,
  type PlannedChange,
  type SectionKey,
  type SectionPlan,
  sectionKey,
} from './package/section';
export { ORG_UNITS } from './package/sections/org-units';
export { type PackageRow, type Table, type TableContent, type ValuesOf, readTable, table } from './package/table';
