import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { PLAN_COLUMNS, type PlanChange, type PlanClass, withChanges } from '../../core/plan/filing-plan';
import { PlanClassRows } from '../../data/plan/plan-class-rows';
import { PlanVersionRows, type PlanVersionRow } from '../../data/plan/plan-version-rows';

const BY = 'system:filing-plan';

/** PLAN-4 施行: from 00:00 of its day the plan says what the version says. Files that are there keep what they were opened with. */
@Injectable()
export class EnterFilingPlans {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly classes: PlanClassRows,
    private readonly versions: PlanVersionRows,
    private readonly ledger: Ledger,
  ) {}

  /** Every version whose day has come, in order; nothing where none is due. Joins a running unit. */
  run(): Promise<void> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      if ((await this.versions.scheduled(localDateAt(at))).length === 0) return;
      await this.versions.lockPlan();
      for (const version of await this.versions.scheduled(localDateAt(at))) await this.enter(version, at);
    });
  }

  private async enter({ id, version, validFrom }: PlanVersionRow, at: Date): Promise<void> {
    const changes = await this.versions.changes(id);
    const plan = await this.classes.all();
    const codes = new Set(changes.map(({ code }) => code));
    await this.classes.write(withChanges(plan, changes).filter(({ code }) => codes.has(code)));
    const before = new Map(plan.map((one) => [one.code, one]));
    const kept = changes.flatMap((change) => {
      const known = before.get(change.code);
      return known ? [{ code: change.code, was: saidBefore(change, known) }] : [];
    });
    await this.versions.enter(id, kept, at);
    const subject = { kind: 'filing-plan', id: String(id) };
    const facts = { version, validFrom, classes: changes.length };
    this.ledger.record({ subject, kind: 'records.plan-entered', actor: BY, facts });
  }
}

function saidBefore({ columns }: PlanChange, known: PlanClass): Partial<PlanClass> {
  return Object.fromEntries(
    PLAN_COLUMNS.filter((column) => column in columns).map((column) => [column, known[column]]),
  );
}
