import { Injectable } from '@nestjs/common';
import { type LocalDate, type PostCode, type UnitCode, formatWareki } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { type RuleNames, ruleLine, tableDifference, tableDigest } from '../core/table-difference';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow, SetRule } from '../data/rule-set.row';
import { concurrenceNames } from '../package/rule-cells';
import { TryDelegationTable } from './try-delegation-table';

/** How many of the matters decided last are planned by the new table, beside everything under way. */
const TRIED = 200;
/** A body of a form holds 20,000 characters; the whole table is one press away. */
const LINES = 120;

type Named = (rule: SetRule) => RuleNames;

/** What the decision on a delegation table says of it. */
@Injectable()
export class TableProposal {
  constructor(
    private readonly sets: RuleSetRows,
    private readonly charts: OrganisationCharts,
    private readonly documents: DocumentReading,
    private readonly trials: TryDelegationTable,
  ) {}

  /** @returns 件名, and the text that the decision is bound to */
  async of(row: RuleSetRow, actor: Actor, validFrom: LocalDate): Promise<{ subject: string; text: string }> {
    const rules = await this.sets.rules(row.id);
    const inForce = await this.sets.onOrFirst(validFrom);
    const { removed, added } = tableDifference(inForce ? await this.sets.rules(inForce.id) : [], rules);
    const named = await this.names(validFrom);
    const lines = (of: readonly SetRule[]) => of.map((rule) => `・${ruleLine(rule, named(rule))}`);
    const text = [
      `事務専決規程の別表を次のとおり改める。施行日は${formatWareki(validFrom)}(決裁がその後となるときは決裁の日)とする。`,
      ...(row.note ? [`改正の理由: ${row.note}`] : []),
      `改める前の行(${removed.length}行)`,
      ...short(lines(removed)),
      `改めた後の行(${added.length}行)`,
      ...short(lines(added)),
      `改正後の表は全${rules.length}行。ほかの行は変わらない。`,
      await this.trial(row, actor),
      `表の内容(SHA-256) ${tableDigest(rules)}`,
    ].join('\n');
    return { subject: `事務専決規程の一部改正について(${formatWareki(validFrom)}施行)`, text };
  }

  private async trial({ id }: RuleSetRow, actor: Actor): Promise<string> {
    const { open, decided, changed, deciderChanged, stranded } = await this.trials.run({
      actor,
      tableId: id,
      rows: null,
      decided: { most: TRIED, days: null },
    });
    return `試算: 進行中${open}件と直近に決裁した${decided}件のうち、経路が変わるもの${changed}件、決裁者が変わるもの${deciderChanged}件、決裁者の決まらないもの${stranded}件。`;
  }

  private async names(day: LocalDate): Promise<Named> {
    const chart: OrganisationChart = await this.charts.on(day);
    const types = new Map((await this.documents.matterTypesOn(day)).map(({ code, name }) => [code, name]));
    return ({ matterType, deciderPostCode, deciderRank, concurrence }) => ({
      matterType: types.get(matterType) ?? matterType,
      decider:
        deciderPostCode === null
          ? `職位${deciderRank}以上の長`
          : (chart.post(deciderPostCode as PostCode)?.title ?? deciderPostCode),
      concurrence: concurrenceNames(concurrence, (code) => chart.unit(code as UnitCode)?.name ?? code),
    });
  }
}

const short = (lines: readonly string[]): string[] =>
  lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), `・ほか${lines.length - LINES}行`];
