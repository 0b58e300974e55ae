import type { UnitCode } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { UNIT_KINDS } from '../../core/facts';
import { checkLoops } from '../check-loops';
import { checkReferences } from '../check-references';
import { code, codes, date, int, mayBeMissing, oneOf, optional, text } from '../column';
import type { Faults } from '../fault';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';

const columns = {
  code: code<UnitCode>(),
  name: text({ max: 100 }),
  kind: oneOf(UNIT_KINDS),
  parent_code: optional(code<UnitCode>()),
  symbol: optional(text({ max: 20 })),
  sort: int({ min: 0, max: 999_999 }),
  valid_from: date(),
  valid_to: optional(date()),
  succeeds: codes<UnitCode>(),
  kana: mayBeMissing(text({ max: 100 })),
};

export type UnitValues = ValuesOf<typeof columns>;
const orgUnits = table({ file: 'org_units.csv', columns, key: ['code'], dated: true });
export const ORG_UNITS = sectionKey<Register<UnitValues>>('org_units');

export const orgUnitRows: RowsOptions<UnitValues> = {
  key: ORG_UNITS,
  table: orgUnits,
  stored: sql`select code, name, kind, parent_code, symbol, sort, valid_from, valid_to, succeeds, kana from organisation.org_unit order by code, valid_from`,
  write: (rows) => sql`
      insert into organisation.org_unit (code, name, kind, parent_code, symbol, sort, valid_from, valid_to, succeeds, kana)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, name text, kind text, parent_code text, symbol text, sort int, valid_from date, valid_to date, succeeds text[], kana text)
      on conflict (code, valid_from) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
        symbol = excluded.symbol, sort = excluded.sort, valid_to = excluded.valid_to, succeeds = excluded.succeeds, kana = excluded.kana`,
  check: checkUnits,
};

function checkUnits(units: Register<UnitValues>, _all: unknown, faults: Faults): void {
  checkReferences({ from: units, column: 'parent_code', to: units, noun: '上位組織' }, faults);
  for (const entry of units.entries) {
    const unknown = entry.values.succeeds.find((predecessor) => !units.knows(predecessor));
    if (unknown)
      faults.add(units.placeOf(entry, 'succeeds'), 'package.unknown-reference', {
        ja: `「succeeds」の前身「${unknown}」が org_units.csv にありません。廃止した組織も valid_to を付けて残してください。`,
        en: `“succeeds”: “${unknown}” is not in org_units.csv. Keep units that ended, with their valid_to.`,
      });
  }
  checkLoops(
    {
      register: units,
      from: (values) => values.code,
      to: (values) => values.parent_code,
      column: 'parent_code',
      sentence: (ring, day) => ({
        ja: `上位組織が輪になっています(${ring}、${day}現在)。どれかの「parent_code」を直してください。`,
        en: `Units contain each other in a ring (${ring}, on ${day}). Correct one “parent_code”.`,
      }),
    },
    faults,
  );
}
