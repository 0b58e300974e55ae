import type { UnitCode } from '@fubako/kernel';
import {
  CellFault,
  type Column,
  type Faults,
  ORG_UNITS,
  type Register,
  RowsSection,
  type ValuesOf,
  checkReferences,
  code,
  int,
  oneOf,
  optional,
  sectionKey,
  table,
  text,
  wholeFile,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { numberFormatFault } from '../core/number-format';

const columns = {
  code: code(),
  kind: code(),
  org_unit_code: optional(code<UnitCode>()),
  format: numberFormat(),
  year_basis: oneOf(['fiscal', 'calendar']),
  start: int({ min: 1, max: 999_999_999 }),
  /** Empty: `numberStep` of the municipality. */
  step: optional(int({ min: 1, max: 100 })),
};

export type NumberSeriesValues = ValuesOf<typeof columns>;
const numberSeries = table({ file: 'number_series.csv', columns, key: ['code'], dated: false });
export const NUMBER_SERIES = sectionKey<Register<NumberSeriesValues>>('number_series');

/** 番号系列 */
export const numberSeriesSection = (uow: UnitOfWork): RowsSection<NumberSeriesValues> =>
  new RowsSection(uow, {
    key: NUMBER_SERIES,
    table: numberSeries,
    stored: sql`
      select code, kind, unit_code as org_unit_code, format, year_basis, start_at as start, step
      from documents.number_series order by code`,
    write: (rows) => sql`
      insert into documents.number_series (code, kind, unit_code, format, year_basis, start_at, step)
      select * from jsonb_to_recordset(${rows}::jsonb)
        as r(code text, kind text, org_unit_code text, format text, year_basis text, start int, step int)
      on conflict (code) do update set kind = excluded.kind, unit_code = excluded.unit_code, format = excluded.format,
        year_basis = excluded.year_basis, start_at = excluded.start_at, step = excluded.step`,
    check: (own, all, faults) => {
      checkReferences({ from: own, column: 'org_unit_code', to: all.of(ORG_UNITS), noun: '組織' }, faults);
      checkDraftSeries(own, faults);
    },
  });

/** A draft takes its 起案番号 at submission, whatever its section (RULE-70): without that series nothing could be submitted. */
function checkDraftSeries(series: Register<NumberSeriesValues>, faults: Faults): void {
  const { file } = series.table;
  const shared = series.entries.some(({ values }) => values.kind === 'draft' && values.org_unit_code === null);
  const perhapsUnread = faults.all().some((fault) => fault.file === file);
  if (shared || perhapsUnread) return;
  faults.add(wholeFile(file), 'package.no-draft-series', {
    ja: '起案番号の系列がありません。「kind」が draft で「org_unit_code」が空の行を一つ書き足してください。',
    en: 'There is no series of draft numbers. Add one line of the kind draft without an “org_unit_code”.',
  });
}

/** `{eraYear}{symbol}第{n}号{branch}`: known tokens only, the serial among them. */
function numberFormat(): Column<string> {
  const plain = text({ max: 100 });
  const read = (cell: string): string | CellFault => {
    const format = plain.read(cell);
    if (format instanceof CellFault) return format;
    const fault = numberFormatFault(format);
    if (fault === null) return format;
    const unknown = /\{[^{}]*\}?|\}/.exec(fault)?.[0];
    return new CellFault(
      'package.bad-number-format',
      fault === '{n}'
        ? { ja: '連番の「{n}」を含めてください。', en: 'it has to hold the serial “{n}”.' }
        : {
            ja: `「${unknown}」を使えません。使えるのは {eraYear}、{fy}、{cy}、{symbol}、{n}、{n:06}、{branch} です。`,
            en: `“${unknown}” cannot be used. Use {eraYear}, {fy}, {cy}, {symbol}, {n}, {n:06} and {branch}.`,
          },
    );
  };
  return { read };
}
