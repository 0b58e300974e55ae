import type { PostCode, UnitCode } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { checkReferences } from '../check-references';
import { checkOneAtATime } from '../check-one-at-a-time';
import { bool, code, date, int, optional, text } from '../column';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';
import { ORG_UNITS } from './org-units';

const columns = {
  code: code<PostCode>(),
  title: text({ max: 50 }),
  org_unit_code: code<UnitCode>(),
  rank: int({ min: 0, max: 999 }),
  headship: bool(),
  valid_from: date(),
  valid_to: optional(date()),
};

export type PostValues = ValuesOf<typeof columns>;
const posts = table({ file: 'posts.csv', columns, key: ['code'], dated: true });
export const POSTS = sectionKey<Register<PostValues>>('posts');

export const postRows: RowsOptions<PostValues> = {
  key: POSTS,
  table: posts,
  stored: sql`select code, title, org_unit_code, rank, headship, valid_from, valid_to from organisation.post order by code, valid_from`,
  write: (rows) => sql`
      insert into organisation.post (code, title, org_unit_code, rank, headship, valid_from, valid_to)
      select * from jsonb_to_recordset(${rows}::jsonb)
        as r(code text, title text, org_unit_code text, rank int, headship boolean, valid_from date, valid_to date)
      on conflict (code, valid_from) do update set title = excluded.title, org_unit_code = excluded.org_unit_code,
        rank = excluded.rank, headship = excluded.headship, valid_to = excluded.valid_to`,
  check: (own, all, faults) => {
    checkReferences({ from: own, column: 'org_unit_code', to: all.of(ORG_UNITS), noun: '組織' }, faults);
    const twoHeads = {
      register: own,
      group: ({ headship, org_unit_code: unit }: PostValues) => (headship ? unit : null),
      column: 'headship' as const,
      code: 'package.two-heads',
      sentence: (unit: string, other: string) => ({
        ja: `組織「${unit}」の長が二つあります(「${other}」も headship が true です)。長でない職(担当部長など)は false にしてください。`,
        en: `Unit “${unit}” has two heads (“${other}” has headship, too). Write false for the post that does not lead it.`,
      }),
    };
    checkOneAtATime(twoHeads, faults);
  },
};
