import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type PlanClass, changeOf, differing, withChanges } from '../../core/plan/filing-plan';
import { type PlanVersionRow, PlanVersionRows } from '../../data/plan/plan-version-rows';
import { readPlanList } from '../../package/plan-list';
import { refusePlan as refuse } from '../../plan-errors';
import { planNote } from './plan-note';
import { ensurePlanKeeper } from './plan-rights';
import { PlannedClasses } from './planned-classes';

/** A class as somebody wants it, and the revision of the draft that they had in view. */
export interface ClassWish extends Omit<PlanClass, 'level'> {
  readonly revision: number;
  /** The class is to be added. */
  readonly isNew: boolean;
}

/** A list as a spreadsheet saved it, and the revision of the draft over which it was tried. */
export interface PlanListWish {
  readonly revision: number;
  readonly list: string;
}

interface Wanted {
  /** The plan without the draft. */
  readonly base: readonly PlanClass[];
  readonly wanted: readonly PlanClass[];
}

/** 下書き of the filing plan: begun, changed class by class, or thrown away. Nobody is bound by it (PLAN-1). */
@Injectable()
export class DraftFilingPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly versions: PlanVersionRows,
    private readonly planned: PlannedClasses,
    private readonly ledger: Ledger,
  ) {}

  /** @returns the id of the draft. @throws DomainError records.plan-not-yours */
  begin(actor: Actor, note: string | null): Promise<number> {
    return this.uow.run(async () => {
      ensurePlanKeeper(actor);
      const id = await this.versions.draft(note, { by: actor, at: await this.uow.now() });
      this.ledger.record(planNote(id, actor, { kind: 'records.plan-drafted' }));
      return id;
    });
  }

  /**
   * Adds a class or says how it is to be.
   * @throws DomainError records.plan-not-draft, records.plan-moved, records.plan-class-exists, records.plan-no-such-class, records.plan-bad-parent
   */
  put(id: number, actor: Actor, { revision, isNew, ...wish }: ClassWish): Promise<void> {
    return this.uow.run(async () => {
      await this.draft(id, actor, revision);
      const base = await this.planned.latest();
      const plan = new Map(withChanges(base, await this.versions.changes(id)).map((one) => [one.code, one]));
      const known = plan.get(wish.code);
      if (isNew && known) throw refuse('records.plan-class-exists', { code: wish.code });
      if (!isNew && !known) throw refuse('records.plan-no-such-class', { code: wish.code });
      const level = levelOf(wish, known, plan);
      await this.keep(id, actor, { base, wanted: [{ ...wish, level }] });
    });
  }

  /**
   * Lays a list of classes (`filing_plan.csv`) over the draft, all or nothing (PLAN-10).
   * @throws DomainError records.plan-not-draft, records.plan-moved, records.plan-list-has-faults
   */
  bring(id: number, actor: Actor, { revision, list }: PlanListWish): Promise<void> {
    return this.uow.run(async () => {
      await this.draft(id, actor, revision);
      const base = await this.planned.latest();
      const plan = withChanges(base, await this.versions.changes(id));
      const { classes, faults } = readPlanList(list, plan);
      if (faults.length > 0) throw refuse('records.plan-list-has-faults', { lines: faults.map(({ line }) => line) });
      const wanted = differing(plan, classes);
      if (wanted.length > 0) await this.keep(id, actor, { base, wanted });
    });
  }

  /** Each class as it is wanted: what it changes of the plan without the draft, or nothing. */
  private async keep(id: number, actor: Actor, { base, wanted }: Wanted): Promise<void> {
    const before = new Map(base.map((one) => [one.code, one]));
    for (const one of wanted) {
      const change = changeOf(before.get(one.code) ?? null, one);
      if (change) await this.versions.put(id, change);
      else await this.versions.drop(id, one.code);
      this.ledger.record(
        planNote(id, actor, { kind: 'records.plan-edited', class: one.code, columns: change?.columns ?? null }),
      );
    }
    await this.versions.touch(id);
  }

  /** Lets a class be as the plan has it without the draft. @throws DomainError records.plan-not-draft, records.plan-moved, records.plan-no-such-class */
  takeBack(
    id: number,
    actor: Actor,
    { revision, code }: { readonly revision: number; readonly code: string },
  ): Promise<void> {
    return this.uow.run(async () => {
      await this.draft(id, actor, revision);
      if (!(await this.versions.drop(id, code))) throw refuse('records.plan-no-such-class', { code });
      await this.versions.touch(id);
      this.ledger.record(planNote(id, actor, { kind: 'records.plan-edited', class: code, columns: null }));
    });
  }

  /** @throws DomainError records.plan-not-draft */
  discard(id: number, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.draft(id, actor, null);
      await this.versions.discard(id);
      this.ledger.record(planNote(id, actor, { kind: 'records.plan-discarded' }));
    });
  }

  private async draft(id: number, actor: Actor, revision: number | null): Promise<PlanVersionRow> {
    ensurePlanKeeper(actor);
    const row = await this.versions.lock(id);
    if (!row) throw refuse('records.plan-not-found', {});
    if (row.state !== 'draft') throw refuse('records.plan-not-draft', {});
    if (revision !== null && row.revision !== revision)
      throw refuse('records.plan-moved', { currentRevision: row.revision });
    return row;
  }
}

/** A class keeps its level; a new one stands one below what it hangs on. */
function levelOf(
  { parentCode }: Pick<PlanClass, 'parentCode'>,
  known: PlanClass | undefined,
  plan: ReadonlyMap<string, PlanClass>,
): number {
  const parent = parentCode === null ? null : plan.get(parentCode);
  if (parent === undefined) throw refuse('records.plan-no-such-class', { code: parentCode ?? '' });
  const level = (parent?.level ?? 0) + 1;
  if (level > 3 || (known && known.level !== level))
    throw refuse('records.plan-bad-parent', { code: parentCode ?? '' });
  return level;
}
