import {
  ORG_UNITS,
  type Register,
  RowsSection,
  type ValuesOf,
  checkReferences,
  code,
  oneOf,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { SPLITS } from '../core/scan-inlet';
import { CHANNELS } from '../core/words';
import { RECEIPT_KINDS } from './receipt-kinds';

const columns = {
  code: code(),
  name: text({ max: 40 }),
  section_code: code(),
  kind: code(),
  channel: oneOf(CHANNELS),
  split_by: oneOf(SPLITS),
};

export type ScanInletValues = ValuesOf<typeof columns>;
const scanInlets = table({ file: 'scan_inlets.csv', columns, key: ['code'], dated: false, optional: true });
export const SCAN_INLETS = sectionKey<Register<ScanInletValues>>('scan_inlets');

/** 取込口: a town without the file takes nothing from scanners by itself. */
export const scanInletsSection = (uow: UnitOfWork): RowsSection<ScanInletValues> =>
  new RowsSection(uow, {
    key: SCAN_INLETS,
    table: scanInlets,
    stored: sql`select code, name, section_code, kind, channel, split_by from intake.scan_inlet order by code`,
    write: (rows) => sql`
      insert into intake.scan_inlet (code, name, section_code, kind, channel, split_by)
      select * from jsonb_to_recordset(${rows}::jsonb)
        as r(code text, name text, section_code text, kind text, channel text, split_by text)
      on conflict (code) do update set name = excluded.name, section_code = excluded.section_code, kind = excluded.kind,
        channel = excluded.channel, split_by = excluded.split_by`,
    check: (own, all, faults) => {
      checkReferences({ from: own, column: 'section_code', to: all.of(ORG_UNITS), noun: '組織' }, faults);
      checkReferences({ from: own, column: 'kind', to: all.of(RECEIPT_KINDS), noun: '収受の種別' }, faults);
    },
  });
