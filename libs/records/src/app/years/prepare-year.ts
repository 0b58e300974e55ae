import { Injectable } from '@nestjs/common';
import { type FiscalYear, firstDayOf } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { YearChoice } from '../../core/years/plan-year';
import { YearPlanRows } from '../../data/years/year-plan-rows';
import { refuseYear as refuse } from '../../year-errors';
import { plannableYears } from './read-year-plan';
import { YearPlanning } from './year-planning';
import { SectionKeepers } from '../section-keepers';

export interface YearCommand {
  readonly actor: Actor;
  readonly fiscalYear: FiscalYear;
}

const subjectOf = (fiscalYear: FiscalYear) => ({ kind: 'year-plan', id: String(fiscalYear) });

/** 年度切替の準備: choices for single files, confirming the plan and taking it back. */
@Injectable()
export class PrepareYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planning: YearPlanning,
    private readonly plans: YearPlanRows,
    private readonly rights: SectionKeepers,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.year-not-plannable, records.year-confirmed, records.year-not-yours, records.year-no-such-file */
  choose({ actor, fiscalYear, ...choice }: YearCommand & YearChoice): Promise<void> {
    return this.uow.run(async () => {
      await this.draft(fiscalYear);
      if (!(await this.rights.keeps(actor, choice.sectionCode))) throw refuse('records.year-not-yours', {});
      const held = (await this.planning.classesOn(firstDayOf(fiscalYear))).find(
        ({ code }) => code === choice.classCode,
      );
      const { chart } = await this.planning.of(fiscalYear);
      const section = chart.units().find(({ code }) => code === choice.sectionCode);
      if (!held || section?.kind !== 'section') throw refuse('records.year-no-such-file', {});
      await this.plans.choose(fiscalYear, choice, { by: actor.staffNo, at: await this.uow.now() });
      this.ledger.record({
        subject: subjectOf(fiscalYear),
        kind: 'records.year-chosen',
        actor: actor.staffNo,
        facts: { ...choice },
      });
    });
  }

  /** @throws DomainError records.year-not-plannable, records.year-confirmed, records.year-not-yours, records.year-unmapped, records.year-plan-changed */
  confirm({ actor, fiscalYear, digest }: YearCommand & { readonly digest: string }): Promise<void> {
    return this.uow.run(async () => {
      if (!this.rights.isOffice(actor)) throw refuse('records.year-not-yours', {});
      await this.draft(fiscalYear);
      const planned = await this.planning.of(fiscalYear);
      if (planned.problems.length > 0) throw refuse('records.year-unmapped', { count: planned.problems.length });
      if (planned.digest !== digest) throw refuse('records.year-plan-changed', {});
      const at = await this.uow.now();
      const classes = new Map((await this.planning.classesOn(firstDayOf(fiscalYear))).map((one) => [one.code, one]));
      await this.plans.confirm(fiscalYear, planned.lines, { by: actor.staffNo, name: actor.name, at, classes });
      const facts = { lines: planned.lines.length, digest };
      this.ledger.record({
        subject: subjectOf(fiscalYear),
        kind: 'records.year-confirmed',
        actor: actor.staffNo,
        facts,
      });
    });
  }

  /** @throws DomainError records.year-not-yours, records.year-begun, records.year-not-confirmed */
  withdraw({ actor, fiscalYear }: YearCommand): Promise<void> {
    return this.uow.run(async () => {
      if (!this.rights.isOffice(actor)) throw refuse('records.year-not-yours', {});
      const head = await this.plans.lock(fiscalYear);
      if (head.begunAt) throw refuse('records.year-begun', {});
      if (!head.confirmedAt) throw refuse('records.year-not-confirmed', {});
      await this.plans.withdraw(fiscalYear);
      this.ledger.record({
        subject: subjectOf(fiscalYear),
        kind: 'records.year-withdrawn',
        actor: actor.staffNo,
        facts: {},
      });
    });
  }

  /** Locks the plan of a year that may be planned now and is not confirmed. */
  private async draft(fiscalYear: FiscalYear): Promise<void> {
    if (!plannableYears(await this.uow.now()).includes(fiscalYear)) throw refuse('records.year-not-plannable', {});
    const head = await this.plans.lock(fiscalYear);
    if (head.confirmedAt) throw refuse('records.year-confirmed', {});
  }
}
