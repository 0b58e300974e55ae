import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import type { Language } from '@fubako/platform/http';
import type { PlanClass } from '../../core/plan/filing-plan';
import { planFaultWords } from '../../core/plan/plan-fault-words';
import type { NamedTerms } from '../../core/plan/terms-of-plan';
import { type ClassUse, PlanClassRows } from '../../data/plan/plan-class-rows';
import { CheckPlan } from './check-plan';
import { PlanNames, type PlanVocabulary } from './plan-names';
import type { PlanFaultView } from './plan.views.dto';

/** What a plan stands on: retention classes, names of the day, what hangs on its classes, and what is wrong with it. */
@Injectable()
export class PlanFacts {
  constructor(
    private readonly rows: PlanClassRows,
    private readonly names: PlanNames,
    private readonly check: CheckPlan,
  ) {}

  terms(): Promise<ReadonlyMap<string, NamedTerms>> {
    return this.rows.retention();
  }

  words(day: LocalDate, language: Language): Promise<PlanVocabulary> {
    return this.names.on(day, language);
  }

  uses(codes: readonly string[], year: FiscalYear): Promise<ReadonlyMap<string, ClassUse>> {
    return this.rows.uses(codes, year);
  }

  async faults(
    plan: readonly PlanClass[],
    changed: ReadonlySet<string>,
    { day, language }: { readonly day: LocalDate; readonly language: Language },
  ): Promise<PlanFaultView[]> {
    const faults = await this.check.run(plan, changed, day);
    return faults.map((fault) => ({ ...fault, message: planFaultWords(fault, language) }));
  }
}
