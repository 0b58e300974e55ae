import type { StaffNo } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { code, optional, text } from '../column';
import type { Faults } from '../fault';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';

const columns = {
  staff_no: code<StaffNo>(),
  name: text({ max: 50 }),
  kana: text({ max: 100 }),
  login: code(),
  email: optional(text({ max: 254 })),
};

export type PersonValues = ValuesOf<typeof columns>;
const people = table({ file: 'people.csv', columns, key: ['staff_no'], dated: false });
export const PEOPLE = sectionKey<Register<PersonValues>>('people');

export const personRows: RowsOptions<PersonValues> = {
  key: PEOPLE,
  table: people,
  stored: sql`select staff_no, name, kana, login, email from organisation.person order by staff_no`,
  write: (rows) => sql`
      insert into organisation.person (staff_no, name, kana, login, email)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(staff_no text, name text, kana text, login text, email text)
      on conflict (staff_no) do update set name = excluded.name, kana = excluded.kana, login = excluded.login, email = excluded.email`,
  check: (own, _all, faults) => checkLogins(own, faults),
};

/** Two people never share a login: nobody signs in as somebody else (RULE-47). */
function checkLogins(people: Register<PersonValues>, faults: Faults): void {
  const owners = new Map<string, string>();
  for (const entry of people.entries) {
    const owner = owners.get(entry.values.login);
    owners.set(entry.values.login, entry.key);
    if (owner !== undefined && owner !== entry.key) {
      faults.add(people.placeOf(entry, 'login'), 'package.duplicate-login', {
        ja: `ログイン名「${entry.values.login}」は職員番号 ${owner} と同じです。職員ごとに別のログイン名にしてください。`,
        en: `Login “${entry.values.login}” is that of ${owner}. Everybody needs a login of their own.`,
      });
    }
  }
}
