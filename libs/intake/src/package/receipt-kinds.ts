import { NUMBER_SERIES } from '@fubako/documents';
import {
  type Register,
  RowsSection,
  type ValuesOf,
  bool,
  checkReferences,
  code,
  int,
  optional,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';

const columns = {
  code: code(),
  name: text({ max: 40 }),
  /** 別系列 (RULE-04); empty: the section's series of kind receipt. */
  series_code: optional(code()),
  exact_time: bool(),
  sort: int({ min: 0, max: 999_999 }),
};

export type ReceiptKindValues = ValuesOf<typeof columns>;
const receiptKinds = table({ file: 'receipt_kinds.csv', columns, key: ['code'], dated: false, optional: true });
export const RECEIPT_KINDS = sectionKey<Register<ReceiptKindValues>>('receipt_kinds');

/** 収受の種別: a town without the file keeps the one kind 一般文書. */
export const receiptKindsSection = (uow: UnitOfWork): RowsSection<ReceiptKindValues> =>
  new RowsSection(uow, {
    key: RECEIPT_KINDS,
    table: receiptKinds,
    stored: sql`select code, name, series_code, exact_time, sort from intake.receipt_kind order by code`,
    write: (rows) => sql`
      insert into intake.receipt_kind (code, name, series_code, exact_time, sort)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, name text, series_code text, exact_time boolean, sort int)
      on conflict (code) do update set name = excluded.name, series_code = excluded.series_code,
        exact_time = excluded.exact_time, sort = excluded.sort`,
    check: (own, all, faults) =>
      checkReferences({ from: own, column: 'series_code', to: all.of(NUMBER_SERIES), noun: '番号系列' }, faults),
  });
