import type { LocalDate, UnitCode } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { firstUncovered } from '../../core/period';
import { checkReferences } from '../check-references';
import { code, date, optional, text } from '../column';
import type { Faults } from '../fault';
import { type Register, periodOf } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';
import { ORG_UNITS } from './org-units';

const columns = {
  code: code(),
  name: text({ max: 100 }),
  org_unit_code: code<UnitCode>(),
  valid_from: date(),
  valid_to: optional(date()),
};

export type FunctionValues = ValuesOf<typeof columns>;
const functions = table({ file: 'functions.csv', columns, key: ['code'], dated: true });
export const FUNCTIONS = sectionKey<Register<FunctionValues>>('functions');

export const functionRows: RowsOptions<FunctionValues> = {
  key: FUNCTIONS,
  table: functions,
  stored: sql`select code, name, org_unit_code, valid_from, valid_to from organisation.org_function order by code, valid_from`,
  write: (rows) => sql`
      insert into organisation.org_function (code, name, org_unit_code, valid_from, valid_to)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, name text, org_unit_code text, valid_from date, valid_to date)
      on conflict (code, valid_from) do update set name = excluded.name, org_unit_code = excluded.org_unit_code, valid_to = excluded.valid_to`,
  check: (own, all, faults) => {
    checkReferences({ from: own, column: 'org_unit_code', to: all.of(ORG_UNITS), noun: '組織' }, faults);
    checkGaps(own, faults);
  },
};

/** From its first to its last day a function always belongs to some unit, because files follow it (RULE-103, ORG-6). */
function checkGaps(functions: Register<FunctionValues>, faults: Faults): void {
  for (const key of new Set(functions.entries.map((entry) => entry.key))) {
    const entries = [...functions.of(key)].sort((a, b) => (a.values.valid_from < b.values.valid_from ? -1 : 1));
    const [first, last] = [entries.at(0), entries.at(-1)];
    if (!first || !last || !functions.isReadable(key)) continue;
    const life = { from: first.values.valid_from, to: last.values.valid_to };
    const day: LocalDate | null = firstUncovered(
      life,
      entries.map(({ values }) => periodOf(values)),
    );
    if (day)
      faults.add(functions.placeOf(last, 'valid_from'), 'package.gap', {
        ja: `事務分掌「${key}」は${day}に担当する組織がありません。期間が途切れないようにしてください。`,
        en: `Function “${key}” belongs to no unit on ${day}. Leave no gap between its days.`,
      });
  }
}
