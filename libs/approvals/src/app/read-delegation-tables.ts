import { Injectable } from '@nestjs/common';
import { type LocalDate, type PostCode, type UnitCode, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { tableFaultWords } from '../core/table-fault-words';
import { RuleSetRows } from '../data/rule-set-rows';
import type { SetRule } from '../data/rule-set.row';
import { cellsOf, concurrenceNames, concurrenceText } from '../package/rule-cells';
import { CheckDelegationTable } from './check-delegation-table';
import { mayKeepTable } from './delegation-rights';
import { TableAudience } from './table-audience';
import type { DelegationRuleView, DelegationTableList, DelegationTableView } from './delegation-views.dto';
import { offeredActs, summaryOf } from './delegation-words';

/** 専決規程 in all its versions, as their keepers see them. */
@Injectable()
export class ReadDelegationTables {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sets: RuleSetRows,
    private readonly check: CheckDelegationTable,
    private readonly charts: OrganisationCharts,
    private readonly documents: DocumentReading,
    private readonly audience: TableAudience,
  ) {}

  /** @param documentId only the table that this document proposes, if any. @throws DomainError approvals.not-your-table */
  list(actor: Actor, language: Language, documentId: string | null = null): Promise<DelegationTableList> {
    return this.uow.read(async () => {
      const all = await this.sets.all();
      const rows =
        documentId === null
          ? await this.audience.among(all, actor)
          : await this.audience.seen(
              all.filter((row) => row.documentId === documentId),
              actor,
            );
      const [openCases, today] = [await this.sets.openCases(), await this.today()];
      const inForce = (await this.sets.onOrFirst(today))?.id ?? null;
      return {
        items: rows.map((row) => summaryOf(row, { today, inForce, openCases: openCases.get(row.id) ?? 0 }, language)),
        allowed: mayKeepTable(actor) ? ['draft'] : [],
      };
    });
  }

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found */
  one(id: number, actor: Actor, language: Language): Promise<DelegationTableView> {
    return this.uow.read(async () => {
      const row = await this.audience.one(await this.sets.find(id), actor);
      const today = await this.today();
      const day = row.validFrom !== null && row.validFrom > today ? row.validFrom : today;
      const rules = await this.sets.rules(id);
      const checked = await this.check.run(rules.map(cellsOf), day);
      const inForce = (await this.sets.onOrFirst(today))?.id ?? null;
      const openCases = (await this.sets.openCases()).get(id) ?? 0;
      const summary = summaryOf(row, { today, inForce, openCases }, language);
      return {
        ...summary,
        revision: row.revision,
        rules: await this.rulesOf(rules, day),
        faults: checked.faults.map((fault) => ({ ...fault, message: tableFaultWords(fault, language) })),
        ...offeredActs(row, summary.state, { actor, language }),
      };
    });
  }

  private async rulesOf(rules: readonly SetRule[], day: LocalDate): Promise<DelegationRuleView[]> {
    const chart = await this.charts.on(day);
    const names = new Map((await this.documents.matterTypesOn(day)).map(({ code, name }) => [code, name]));
    return rules.map((rule) => ({
      matterType: rule.matterType,
      matterTypeName: names.get(rule.matterType) ?? rule.matterType,
      priority: rule.priority,
      when: rule.when,
      minAmount: rule.minAmount,
      maxAmount: rule.maxAmount,
      deciderRank: rule.deciderRank,
      deciderPostCode: rule.deciderPostCode,
      deciderTitle:
        rule.deciderPostCode === null ? null : (chart.post(rule.deciderPostCode as PostCode)?.title ?? null),
      concurrence: concurrenceText(rule.concurrence),
      concurrenceNames: concurrenceNames(rule.concurrence, (code) => chart.unit(code as UnitCode)?.name ?? code),
      reason: rule.reason,
    }));
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}
