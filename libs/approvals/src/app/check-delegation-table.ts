import { Injectable } from '@nestjs/common';
import type { LocalDate, PostCode } from '@fubako/kernel';
import { DocumentsSections, FORMS, MATTER_TYPES } from '@fubako/documents';
import {
  Faults,
  ORG_UNITS,
  OrganisationCharts,
  OrganisationSections,
  POSTS,
  PackageContents,
  readTable,
  wholeFile,
} from '@fubako/organisation';
import type { SetRule } from '../data/rule-set.row';
import { checkBounds } from '../package/check-bounds';
import { checkConditions } from '../package/check-conditions';
import { checkDeciders } from '../package/check-deciders';
import { DELEGATION_RULES, bareTypes, delegationRules, rulesOf } from '../package/delegation-table';
import { type RuleCells, filesOf, rowOfLine } from '../package/rule-cells';
import { unreachedRules } from '../core/unreached-rules';

/** What is wrong with a row, or worth knowing about it. */
export interface TableFault {
  /** From 1; 0: the table as a whole. */
  readonly row: number;
  /** Column of `delegation_rules.csv`; empty: the whole row. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  /** An error keeps the table from coming into force. */
  readonly severity: 'error' | 'warning';
}

export interface CheckedTable {
  /** The rules of all rows; null when a cell cannot be read. */
  readonly rules: readonly SetRule[] | null;
  readonly faults: readonly TableFault[];
}

const NEEDED: readonly string[] = [ORG_UNITS.name, POSTS.name, FORMS.name, MATTER_TYPES.name];

/** The checks of the package importer, for a table that is edited in the application (RULE-23, RULE-100). Call inside a unit of work. */
@Injectable()
export class CheckDelegationTable {
  constructor(
    private readonly organisation: OrganisationSections,
    private readonly documents: DocumentsSections,
    private readonly charts: OrganisationCharts,
  ) {}

  /** @param day from which the table will hold */
  async run(rows: readonly RuleCells[], day: LocalDate): Promise<CheckedTable> {
    const faults = new Faults();
    const all = await this.stored(day);
    const table = readTable(delegationRules, filesOf(rows), faults);
    all.set(DELEGATION_RULES, { rows: table.rows, today: day, stored: null });
    const readable = faults.none;
    checkConditions(all, faults);
    checkDeciders(all, faults);
    checkBounds(all, faults);
    const rules = rulesOf(all);
    if (rows.length === 0)
      faults.add(wholeFile(delegationRules.file), 'table.empty', {
        ja: '行がありません。少なくとも1行を書いてください。',
        en: 'There is no row. Write one at least.',
      });
    const errors = faults.all().map(({ line, field, ...fault }) => ({
      ...about(fault),
      row: Math.max(0, rowOfLine(line)),
      column: field,
      severity: 'error' as const,
    }));
    return { rules: readable ? rules : null, faults: [...errors, ...(await this.warnings(rules, all, day))] };
  }

  private async stored(day: LocalDate): Promise<PackageContents> {
    const all = new PackageContents();
    for (const section of [...this.organisation.all, ...this.documents.all])
      if (section.stored && NEEDED.includes(section.key.name)) all.set(section.key, await section.stored(day));
    return all;
  }

  /** What holds, but will surprise: a decider nobody is, a row that no matter comes to, a matter type that nobody can submit. */
  private async warnings(rules: readonly SetRule[], all: PackageContents, day: LocalDate): Promise<TableFault[]> {
    const chart = await this.charts.on(day);
    const rowOf = (index: number): number => rowOfLine(all.of(DELEGATION_RULES).rows[index]?.line ?? 0);
    const vacant = rules.flatMap(({ deciderPostCode }, index): TableFault[] => {
      const post = deciderPostCode === null ? null : chart.post(deciderPostCode as PostCode);
      if (!post || chart.holderOf(post.code)) return [];
      const message = `決裁者の職「${post.title}」は${day}には欠員です。上位の職が決裁することになります。`;
      return [{ row: rowOf(index), column: 'decider_post_code', code: 'table.vacant', message, severity: 'warning' }];
    });
    const unreached = unreachedRules(rules).map(({ row, before }): TableFault => {
      const message = `この行で決まる事案はありません。優先順位が先の${rowOf(before)}行目が、同じ金額をすべて決めます。優先順位・条件・金額のどれかを直すか、行を消してください。`;
      return { row: rowOf(row), column: 'priority', code: 'table.unreached', message, severity: 'warning' };
    });
    const bare = bareTypes(all).map(({ key, values }): TableFault => {
      const message = `事案の種類「${key}」(${values.name})の行がありません。このままでは起案しても決裁者が決まりません。`;
      return { row: 0, column: 'matter_type', code: 'table.bare-type', message, severity: 'warning' };
    });
    return [...vacant, ...unreached, ...bare];
  }
}

function about({ code, message }: { readonly code: string; readonly message: string }) {
  return { code, message };
}
