import type { StaffNo, UnitCode } from '@fubako/kernel';
import { ROLES } from '@fubako/platform/authz';
import { sql } from '@fubako/platform/database';
import { checkReferences } from '../check-references';
import { code, date, oneOf, optional } from '../column';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';
import { ORG_UNITS } from './org-units';
import { PEOPLE } from './people';

const columns = {
  staff_no: code<StaffNo>(),
  role: oneOf(ROLES),
  org_unit_code: optional(code<UnitCode>()),
  valid_from: date(),
  valid_to: optional(date()),
};

export type RoleValues = ValuesOf<typeof columns>;
const roles = table({ file: 'roles.csv', columns, key: ['staff_no', 'role', 'org_unit_code'], dated: true });
export const ROLE_GRANTS = sectionKey<Register<RoleValues>>('roles');

export const roleRows: RowsOptions<RoleValues> = {
  key: ROLE_GRANTS,
  table: roles,
  stored: sql`select staff_no, role, org_unit_code, valid_from, valid_to from organisation.role_grant order by staff_no, role, valid_from`,
  write: (rows) => sql`
      insert into organisation.role_grant (staff_no, role, org_unit_code, valid_from, valid_to)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(staff_no text, role text, org_unit_code text, valid_from date, valid_to date)
      on conflict (staff_no, role, org_unit_code, valid_from) do update set valid_to = excluded.valid_to`,
  check: (own, all, faults) => {
    checkReferences({ from: own, column: 'staff_no', to: all.of(PEOPLE), noun: '職員' }, faults);
    checkReferences({ from: own, column: 'org_unit_code', to: all.of(ORG_UNITS), noun: '組織' }, faults);
  },
};
