import { canonicalBytes, localDateAt, sha256Hex } from '@fubako/kernel';
import { MATTER_TYPES } from '@fubako/documents';
import {
  type Faults,
  type PackageContents,
  type PackageFiles,
  type PackageSection,
  type PlannedChange,
  type SectionPlan,
  readTable,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { checkBounds } from './check-bounds';
import { checkConditions } from './check-conditions';
import { checkDeciders } from './check-deciders';
import { DELEGATION_RULES, type DelegationTable, type SetRule, delegationRules, rulesOf } from './delegation-table';

/**
 * 専決規程: the whole table is one rule set. New content makes a new set; a set is never edited, because running cases
 * keep the one they were planned with (RULE-104).
 */
export class DelegationSection implements PackageSection<DelegationTable> {
  readonly key = DELEGATION_RULES;
  readonly files = [delegationRules.file];

  constructor(private readonly uow: UnitOfWork) {}

  async read(files: PackageFiles, faults: Faults): Promise<DelegationTable> {
    const { rows } = readTable(delegationRules, files, faults);
    return { rows, today: localDateAt(await this.uow.now()), stored: await this.stored() };
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    checkConditions(all, faults);
    checkDeciders(all, faults);
    checkBounds(all, faults);
  }

  plan(all: PackageContents): SectionPlan {
    return { changes: isNew(all) ? changesOf(all) : [], notes: notesOn(all) };
  }

  async apply(all: PackageContents): Promise<void> {
    if (!isNew(all)) return;
    const rules = rulesOf(all);
    const { id } = await this.uow.one<{ id: number }>(
      sql`insert into approvals.delegation_rule_set (sha256) values (${digestOf(rules)}) returning id`,
    );
    const rows = JSON.stringify(rules.map((rule, index) => ({ ...rule, position: index + 1 })));
    await this.uow.change(sql`
      insert into approvals.delegation_rule (set_id, matter_type, position, priority, condition, min_amount, max_amount,
        decider_rank, decider_post_code, concurrence, reason)
      select ${id}, r."matterType", r.position, r.priority, r."when", r."minAmount", r."maxAmount",
        r."deciderRank", r."deciderPostCode", r.concurrence, r.reason
      from jsonb_to_recordset(${rows}::jsonb) as r("matterType" text, position int, priority int, "when" text, "minAmount" bigint,
        "maxAmount" bigint, "deciderRank" int, "deciderPostCode" text, concurrence jsonb, reason text)`);
  }

  private async stored(): Promise<DelegationTable['stored']> {
    const set = await this.uow.maybe<{ id: number; sha256: string }>(
      sql`select id, sha256 from approvals.delegation_rule_set order by id desc limit 1`,
    );
    if (!set) return null;
    const rules = await this.uow.rows<SetRule>(sql`
      select matter_type as "matterType", priority, condition as "when", min_amount as "minAmount", max_amount as "maxAmount",
        decider_rank as "deciderRank", decider_post_code as "deciderPostCode", concurrence, reason
      from approvals.delegation_rule where set_id = ${set.id} order by position`);
    return { sha256: set.sha256, rules };
  }
}

function digestOf(rules: readonly SetRule[]): string {
  return sha256Hex(canonicalBytes(rules));
}

function isNew(all: PackageContents): boolean {
  return all.of(DELEGATION_RULES).stored?.sha256 !== digestOf(rulesOf(all));
}

/** Rule by rule for the reader, although the set changes as a whole; a mere change of order has no rule to show. */
function changesOf(all: PackageContents): PlannedChange[] {
  const { rows, stored } = all.of(DELEGATION_RULES);
  const [fresh, old] = [rulesOf(all), stored?.rules ?? []];
  const { file } = delegationRules;
  const spelled = (rules: readonly SetRule[]) => new Set(rules.map((rule) => canonicalBytes(rule).toString('utf8')));
  const missingIn = (known: ReadonlySet<string>, rule: SetRule) => !known.has(canonicalBytes(rule).toString('utf8'));
  const [oldSpelled, freshSpelled] = [spelled(old), spelled(fresh)];
  const added = fresh.flatMap((rule, index): PlannedChange[] =>
    missingIn(oldSpelled, rule)
      ? [{ file, line: rows[index]?.line ?? 0, key: keyOf(rule), change: 'added', after: rule }]
      : [],
  );
  const ended = old
    .filter((rule) => missingIn(freshSpelled, rule))
    .map((rule): PlannedChange => ({ file, line: 0, key: keyOf(rule), change: 'ended', before: rule }));
  const reordered: PlannedChange = { file, line: 1, key: file, change: 'changed' };
  return added.length + ended.length > 0 ? [...added, ...ended] : [reordered];
}

function keyOf({ matterType, priority, minAmount, maxAmount }: SetRule): string {
  return [
    matterType,
    priority,
    ...(minAmount === null && maxAmount === null ? [] : [`${minAmount ?? ''}〜${maxAmount ?? ''}`]),
  ].join('/');
}

/** A matter type without a rule can be drafted but never submitted. */
function notesOn(all: PackageContents): string[] {
  const ruled = new Set(all.of(DELEGATION_RULES).rows.map(({ values }) => values.matter_type));
  const bare = all.of(MATTER_TYPES).entries.filter(({ key }) => !ruled.has(key));
  return bare.map(
    ({ key, values }) =>
      `${delegationRules.file}: 事案の種類「${key}」(${values.name})の行がありません。このままでは起案しても決裁者が決まりません。`,
  );
}
