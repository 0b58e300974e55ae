import type { PostCode, StaffNo } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ASSIGNMENT_KINDS } from '../../core/facts';
import { checkOneAtATime } from '../check-one-at-a-time';
import { checkReferences } from '../check-references';
import { code, date, oneOf, optional } from '../column';
import type { Faults } from '../fault';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';
import { PEOPLE } from './people';
import { POSTS } from './posts';

const columns = {
  staff_no: code<StaffNo>(),
  post_code: code<PostCode>(),
  kind: oneOf(ASSIGNMENT_KINDS),
  valid_from: date(),
  valid_to: optional(date()),
};

export type AssignmentValues = ValuesOf<typeof columns>;
const assignments = table({ file: 'assignments.csv', columns, key: ['staff_no', 'post_code'], dated: true });
export const ASSIGNMENTS = sectionKey<Register<AssignmentValues>>('assignments');

export const assignmentRows: RowsOptions<AssignmentValues> = {
  key: ASSIGNMENTS,
  table: assignments,
  stored: sql`select staff_no, post_code, kind, valid_from, valid_to from organisation.assignment order by staff_no, post_code, valid_from`,
  write: (rows) => sql`
      insert into organisation.assignment (staff_no, post_code, kind, valid_from, valid_to)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(staff_no text, post_code text, kind text, valid_from date, valid_to date)
      on conflict (staff_no, post_code, valid_from) do update set kind = excluded.kind, valid_to = excluded.valid_to`,
  check: (own, all, faults) => {
    checkReferences({ from: own, column: 'staff_no', to: all.of(PEOPLE), noun: '職員' }, faults);
    checkReferences({ from: own, column: 'post_code', to: all.of(POSTS), noun: '職' }, faults);
    checkMains(own, faults);
  },
};

/** One 本務 for a person and for a post on any day, so that a seat always means one person (RULE-20). */
function checkMains(register: Register<AssignmentValues>, faults: Faults): void {
  const main = (pick: (values: AssignmentValues) => string) => (values: AssignmentValues) =>
    values.kind === 'main' ? pick(values) : null;
  checkOneAtATime(
    {
      register,
      group: main(({ staff_no }) => staff_no),
      column: 'kind',
      code: 'package.two-main-posts',
      sentence: (staffNo, other) => ({
        ja: `職員 ${staffNo} の本務(main)が同じ日に二つあります(もう一つは「${other}」)。片方を終わらせるか、兼務(concurrent)にしてください。`,
        en: `${staffNo} has two main posts on one day (the other is “${other}”). End one or make it concurrent.`,
      }),
    },
    faults,
  );
  checkOneAtATime(
    {
      register,
      group: main(({ post_code }) => post_code),
      column: 'post_code',
      code: 'package.two-main-holders',
      sentence: (post, other) => ({
        ja: `職「${post}」に本務(main)の職員が同じ日に二人います(もう一人は「${other}」)。先の人の valid_to を書くか、職を分けてください。`,
        en: `Post “${post}” has two main holders on one day (the other is “${other}”). Write the valid_to of the earlier one or make two posts.`,
      }),
    },
    faults,
  );
}
