export { assertNever } from './assert-never';
export {
  type AttachmentId,
  type Brand,
  type DocumentId,
  type PostCode,
  type SeatId,
  type Sha256Hex,
  type StaffNo,
  type UnitCode,
  newId,
} from './brand';
export { canonicalBytes, sha256, sha256Hex } from './canonical';
export { CSV_START, type CsvColumn, csvCell, csvLine, csvOf } from './csv';
export {
  DomainError,
  type Facts,
  type FieldFault,
  type ProblemTable,
  type ProblemText,
  type ProblemWords,
  refusals,
} from './domain-error';
export { formatEnglishDay } from './english-day';
export { type EraYear, eraYearOf, formatEraYear, formatStampDate, formatWareki, parseWareki } from './era';
export { type FiscalYear, firstDayOf, fiscalYearOf, formatFiscalYear, lastDayOf } from './fiscal-year';
export { FOLDINGS, type Folded, type Folding, fold, foldKey, foldKeyWithout, kanjiForms, originalRange } from './fold';
export {
  JAPAN_TIME_ZONE,
  type LocalDate,
  addDays,
  daysBetween,
  isWithin,
  localDate,
  localDateAt,
  localDateOf,
  parseLocalDate,
  partsOf,
  startOfDay,
} from './local-date';
export { type TextFault, escapedHtml, graphemesOf, lengthOf, textFault } from './text';
