import { type LocalDate, canonicalBytes, sha256Hex } from '@fubako/kernel';
import {
  type Faults,
  type PackageContents,
  type PackageFiles,
  type PackageSection,
  type PlannedChange,
  type SectionPlan,
  VERSIONS_FROM,
  type Words,
  readTable,
} from '@fubako/organisation';
import type { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { SetRule } from '../data/rule-set.row';
import { checkBounds } from './check-bounds';
import { checkConditions } from './check-conditions';
import { checkDeciders } from './check-deciders';
import { DELEGATION_RULES, type DelegationTable, bareTypes, delegationRules, rulesOf } from './delegation-table';

/**
 * 専決規程: the whole table is one rule set. New content makes a new version; a published one is never edited, because running cases
 * keep the one they were planned with (RULE-104).
 */
export class DelegationSection implements PackageSection<DelegationTable> {
  readonly key = DELEGATION_RULES;
  readonly files = [delegationRules.file];

  private readonly sets: RuleSetRows;

  constructor(private readonly uow: UnitOfWork) {
    this.sets = new RuleSetRows(uow);
  }

  async read(files: PackageFiles, faults: Faults, day: LocalDate): Promise<DelegationTable> {
    const { rows } = readTable(delegationRules, files, faults);
    return { rows, today: day, stored: await this.storedOn(day) };
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    checkConditions(all, faults);
    checkDeciders(all, faults);
    checkBounds(all, faults);
  }

  async plan(all: PackageContents): Promise<SectionPlan> {
    if (!isNew(all)) return { changes: [], notes: notesOn(all) };
    return { changes: changesOf(all), notes: [...notesOn(all), ...(await this.notesOnChange(all))] };
  }

  /** What a new table leaves alone: matters under way, and versions that are planned for later (RULE-104). */
  private async notesOnChange(all: PackageContents): Promise<Words[]> {
    const from = all.of(VERSIONS_FROM);
    const cases = [...(await this.sets.openCases()).values()].reduce((sum, count) => sum + count, 0);
    const later = (await this.sets.all()).filter(
      ({ state, validFrom }) => state === 'published' && (validFrom ?? from) > from,
    );
    const { file } = delegationRules;
    return [
      ...(cases > 0
        ? [
            {
              ja: `${file}: 進行中の${cases}件は、提出したときの版の専決規程のまま進みます。`,
              en: `${file}: matters under way (${cases}) go on by the table under which they were submitted.`,
            },
          ]
        : []),
      ...later.map(({ version, validFrom }) => ({
        ja: `${file}: 予約済みの第${version}版(${validFrom}施行)はそのまま残り、その日から優先されます。`,
        en: `${file}: version ${version}, planned for ${validFrom}, stays and holds from that day on.`,
      })),
    ];
  }

  async apply(all: PackageContents): Promise<void> {
    if (!isNew(all)) return;
    const rules = rulesOf(all);
    const at = await this.uow.now();
    const by = { staffNo: 'system:import', name: '市町村パッケージ' };
    const id = await this.sets.draft({ basedOn: null, note: null, by, at });
    await this.sets.write(id, rules);
    await this.sets.publish(id, { validFrom: all.of(VERSIONS_FROM), sha256: digestOf(rules), at, by });
  }

  private async storedOn(day: LocalDate): Promise<DelegationTable['stored']> {
    const set = await this.sets.onOrFirst(day);
    return set ? { sha256: set.sha256 ?? '', rules: await this.sets.rules(set.id) } : null;
  }
}

export function digestOf(rules: readonly SetRule[]): string {
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
function notesOn(all: PackageContents): Words[] {
  return bareTypes(all).map(({ key, values }) => ({
    ja: `${delegationRules.file}: 事案の種類「${key}」(${values.name})の行がありません。このままでは起案しても決裁者が決まりません。`,
    en: `${delegationRules.file}: no row is for the matter type “${key}” (“${values.name}”). It can be drafted, but nobody decides it.`,
  }));
}
