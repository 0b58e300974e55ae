import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type PlanVersionRow, PlanVersionRows } from '../../data/plan/plan-version-rows';
import { refusePlan as refuse } from '../../plan-errors';
import { EnterFilingPlans } from './enter-filing-plans';
import { planNote } from './plan-note';
import { ensurePlanKeeper } from './plan-rights';
import { TryFilingPlan } from './try-filing-plan';

export interface PlanPublication {
  readonly revision: number;
  readonly validFrom: LocalDate;
  readonly reason: string;
  /** Shorter periods were seen and are meant. */
  readonly shorten: boolean;
}

/** 公布: gives a draft its number and its day; before that day it can be taken back (PLAN-1). */
@Injectable()
export class PublishFilingPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly versions: PlanVersionRows,
    private readonly trials: TryFilingPlan,
    private readonly enter: EnterFilingPlans,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @throws DomainError records.plan-not-draft, records.plan-moved, records.plan-day-is-past, records.plan-out-of-order,
   * records.plan-empty, records.plan-year-confirmed, records.plan-has-faults, records.plan-would-shorten
   */
  run(id: number, actor: Actor, { revision, validFrom, reason, shorten }: PlanPublication): Promise<void> {
    return this.uow.run(async () => {
      ensurePlanKeeper(actor);
      await this.versions.lockPlan();
      const row = await this.version(id);
      if (row.state !== 'draft') throw refuse('records.plan-not-draft', {});
      if (row.revision !== revision) throw refuse('records.plan-moved', { currentRevision: row.revision });
      const at = await this.uow.now();
      await this.ensureDay(validFrom, localDateAt(at));
      const trial = await this.trials.of(row, validFrom);
      if (trial.classes.length === 0) throw refuse('records.plan-empty', {});
      const faults = trial.faults.filter(({ severity }) => severity === 'error');
      if (faults.length > 0) throw refuse('records.plan-has-faults', { faults });
      const shorter = trial.classes.flatMap((one) => (one.shorter ? [`${one.code} ${one.name}`] : []));
      if (shorter.length > 0 && !shorten) throw refuse('records.plan-would-shorten', { classes: shorter });
      const version = await this.versions.publish(id, { validFrom, reason, by: actor, at });
      const facts = { version, validFrom, reason, classes: trial.classes.length, shorter };
      this.ledger.record(planNote(id, actor, { kind: 'records.plan-published', ...facts }));
      await this.enter.run();
    });
  }

  /** 取りやめ of a version whose day has not come. @throws DomainError records.plan-not-scheduled, records.plan-later-stands, records.plan-year-confirmed */
  withdraw(id: number, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      ensurePlanKeeper(actor);
      await this.versions.lockPlan();
      const row = await this.version(id);
      const at = await this.uow.now();
      if (row.state !== 'published' || row.enteredAt || row.validFrom === null || row.validFrom <= localDateAt(at))
        throw refuse('records.plan-not-scheduled', {});
      const later = (await this.versions.scheduled(null)).at(-1);
      if (later?.validFrom && later.id !== id) throw refuse('records.plan-later-stands', { day: later.validFrom });
      await this.ensureFree(row.validFrom);
      await this.versions.withdraw(id, { by: actor, at });
      this.ledger.record(
        planNote(id, actor, { kind: 'records.plan-withdrawn', version: row.version, validFrom: row.validFrom }),
      );
    });
  }

  private async ensureDay(day: LocalDate, today: LocalDate): Promise<void> {
    if (day < today) throw refuse('records.plan-day-is-past', { day });
    const last = (await this.versions.scheduled(null)).at(-1)?.validFrom;
    if (last && last > day) throw refuse('records.plan-out-of-order', { day: last });
    await this.ensureFree(day);
  }

  /** PLAN-7 What a year was confirmed by stays under it. */
  private async ensureFree(day: LocalDate): Promise<void> {
    const fiscalYear = await this.versions.confirmedYear(day);
    if (fiscalYear !== null) throw refuse('records.plan-year-confirmed', { fiscalYear });
  }

  private async version(id: number): Promise<PlanVersionRow> {
    const row = await this.versions.lock(id);
    if (!row) throw refuse('records.plan-not-found', {});
    return row;
  }
}
