import {
  type Faults,
  type PackageContents,
  PackageFiles,
  Register,
  RowsSection,
  type ValuesOf,
  checkReferences,
  code,
  codes,
  int,
  mayBeMissing,
  oneOf,
  readTable,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { matterTypesOn } from '../data/matter-types-on';
import { insertMatterTypes } from '../data/new-definitions.sql';
import { FORMS } from './forms';
import { NUMBER_SERIES } from './number-series';
import { NOT_FOR_DISPATCH, checkSeriesChoices } from './series-choices';

const columns = {
  code: code(),
  name: text({ max: 50 }),
  description: text({ max: 200 }),
  form: code(),
  default_class_code: code(),
  default_series_code: code(),
  review: oneOf(['none', 'before', 'after']),
  execution: oneOf(['none', 'dispatch', 'directive', 'contract']),
  substance_fields: codes(),
  /** Place in lists; the order of the rows unless the file says otherwise. */
  sort: mayBeMissing(int({ min: 0, max: 999_999 })),
};

export type MatterTypeValues = ValuesOf<typeof columns>;
const matterTypes = table({ file: 'matter_types.csv', columns, key: ['code'], dated: false });
export const MATTER_TYPES = sectionKey<Register<MatterTypeValues>>('matter_types');

/** 事案の種類: what the package says differently becomes the next version of the type (RULE-100). Its class is checked by `records`, which owns the filing plan. */
export const matterTypesSection = (uow: UnitOfWork): RowsSection<MatterTypeValues> =>
  new RowsSection(uow, {
    key: MATTER_TYPES,
    table: matterTypes,
    stored: (day) => sql`
      select code, name, description, form_name as form, default_class_code, default_series_code, review, execution,
        substance_fields, sort
      from (${matterTypesOn(day, 'or-first')}) t order by sort, code`,
    write: insertMatterTypes,
    settle: (rows) =>
      rows.map((row, index) => ({ ...row, values: { ...row.values, sort: row.values.sort ?? index + 1 } })),
    check: (own, all, faults) => {
      checkReferences(
        { from: own, column: 'default_series_code', to: all.of(NUMBER_SERIES), noun: '番号系列' },
        faults,
      );
      checkDispatchSeries(own, all, faults);
      checkForms(own, all, faults);
      checkSeriesChoices(own, all, faults);
    },
  });

/** The types with `values` among them, read as the import reads them: what a draft would do. A row that cannot be read becomes faults. */
export function withMatterType(
  types: Register<MatterTypeValues>,
  values: MatterTypeValues,
  faults: Faults,
): Register<MatterTypeValues> {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const cell = (value: unknown) => (Array.isArray(value) ? value.join(';') : String(value ?? ''));
  const cells = Object.fromEntries(names.map((name) => [name, cell(values[name])])) as Record<
    keyof typeof columns,
    string
  >;
  const content = readTable(matterTypes, PackageFiles.ofRows(matterTypes.file, names, [cells]), faults);
  return new Register(
    matterTypes,
    content,
    types.entries.map((entry) => entry.values),
  );
}

/** What goes out takes its number from a series of its own, never from that of drafts or receipts (RULE-70). */
function checkDispatchSeries(types: Register<MatterTypeValues>, all: PackageContents, faults: Faults): void {
  for (const entry of types.entries) {
    const { execution, default_series_code: series } = entry.values;
    const kind = all.of(NUMBER_SERIES).of(series)[0]?.values.kind;
    if (execution === 'none' || kind === undefined || !NOT_FOR_DISPATCH.includes(kind)) continue;
    faults.add(types.placeOf(entry, 'default_series_code'), 'package.not-a-dispatch-series', {
      ja: `施行する事案の番号を、番号系列「${series}」(${kind})からは取れません。施行番号の系列にしてください。`,
      en: `What goes out cannot be numbered from the series “${series}” (${kind}). Name a series of dispatch numbers.`,
    });
  }
}

/** 要旨 that no form has would never be seen to change (RULE-33). */
function checkForms(types: Register<MatterTypeValues>, all: PackageContents, faults: Faults): void {
  const forms = all.of(FORMS);
  for (const entry of types.entries) {
    const { form, substance_fields: substance } = entry.values;
    if (!forms.knows(form)) {
      faults.add(types.placeOf(entry, 'form'), 'package.unknown-reference', {
        ja: `様式「${form}」がありません。様式を加えるか、名前を直してください。`,
        en: `There is no form “${form}”. Add it, or correct the name.`,
      });
      continue;
    }
    const fields = forms.fieldsOf(form);
    for (const name of fields ? substance.filter((field) => !Object.hasOwn(fields, field)) : []) {
      faults.add(types.placeOf(entry, 'substance_fields'), 'package.unknown-field', {
        ja: `要旨の項目「${name}」が様式「${form}」にありません。綴りを確かめてください。`,
        en: `The form “${form}” has no field “${name}”, which is named as substance. Check its spelling.`,
      });
    }
  }
}
