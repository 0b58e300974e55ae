import type { LocalDate, PostCode } from '@fubako/kernel';
import { MATTER_TYPES } from '@fubako/documents';
import {
  type PackageContents,
  type PackageRow,
  POSTS,
  type ValuesOf,
  code,
  int,
  optional,
  sectionKey,
  table,
  text,
  yen,
} from '@fubako/organisation';
import type { SetRule } from '../data/rule-set.row';
import { concurrence, condition } from './rule-columns';

const columns = {
  matter_type: code(),
  priority: int({ min: 0, max: 9_999 }),
  when: condition(),
  min_amount: optional(yen()),
  max_amount: optional(yen()),
  decider_rank: optional(int({ min: 0, max: 999 })),
  decider_post_code: optional(code<PostCode>()),
  concurrence: concurrence(),
  reason: text({ max: 100 }),
};

export type RuleValues = ValuesOf<typeof columns>;
export type RuleRow = PackageRow<RuleValues>;
export const delegationRules = table({
  file: 'delegation_rules.csv',
  columns,
  key: ['matter_type', 'priority'],
  dated: false,
});

export interface DelegationTable {
  readonly rows: readonly RuleRow[];
  /** The day asked for, or that of the import. */
  readonly today: LocalDate;
  /** The set in force on the day from which the table will hold; null before the first import. */
  readonly stored: { readonly sha256: string; readonly rules: readonly SetRule[] } | null;
}

export const DELEGATION_RULES = sectionKey<DelegationTable>('delegation_rules');

/** The day from which the table will hold: the day of the import, or the first day of an organisation still to come. */
export function dayInForce(all: PackageContents): LocalDate {
  const { today } = all.of(DELEGATION_RULES);
  const [first] = all
    .of(POSTS)
    .entries.map(({ values }) => values.valid_from)
    .sort();
  return first !== undefined && first > today ? first : today;
}

/** The rules in the order of the file. A rule that names only a post decides at the rank which that post has. */
export function rulesOf(all: PackageContents): SetRule[] {
  const day = dayInForce(all);
  return all.of(DELEGATION_RULES).rows.map(({ values }) => ({
    matterType: values.matter_type,
    priority: values.priority,
    when: values.when,
    minAmount: values.min_amount,
    maxAmount: values.max_amount,
    deciderRank: values.decider_rank ?? rankOf(all, values.decider_post_code, day) ?? 0,
    deciderPostCode: values.decider_post_code,
    concurrence: values.concurrence,
    reason: values.reason,
  }));
}

function rankOf(all: PackageContents, postCode: PostCode | null, day: LocalDate): number | null {
  const held =
    postCode === null
      ? undefined
      : all
          .of(POSTS)
          .of(postCode)
          .find(({ values }) => inForce(values, day));
  return held?.values.rank ?? null;
}

export function inForce(
  values: { readonly valid_from: LocalDate; readonly valid_to: LocalDate | null },
  day: LocalDate,
): boolean {
  return values.valid_from <= day && (values.valid_to === null || day <= values.valid_to);
}

/** Matter types without a rule. */
export function bareTypes(all: PackageContents) {
  const ruled = new Set<string>(all.of(DELEGATION_RULES).rows.map(({ values }) => values.matter_type));
  return all.of(MATTER_TYPES).entries.filter(({ key }) => !ruled.has(key));
}
