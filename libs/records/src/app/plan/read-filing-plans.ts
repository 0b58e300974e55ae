import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { type PlanClass, withChanges, withoutChanges } from '../../core/plan/filing-plan';
import { type TouchedClass, touchedClasses } from '../../core/plan/touched-classes';
import { PlanClassRows } from '../../data/plan/plan-class-rows';
import { type PlanVersionRow, PlanVersionRows } from '../../data/plan/plan-version-rows';
import { refusePlan as refuse } from '../../plan-errors';
import { PlanFacts } from './plan-facts';
import type { PlanVocabulary } from './plan-names';
import { ensurePlanOnlooker, mayKeepPlan, maySeeVersions } from './plan-rights';
import { allowedOf, inForceWords, planWords, stateOf, summaryOf } from './plan-words';
import { PlannedClasses } from './planned-classes';
import type { FilingPlanView, PlanClassView, PlanVersionList } from './plan.views.dto';

interface Versioned {
  readonly before: readonly PlanClass[];
  readonly after: readonly PlanClass[];
}

/** ファイル基準表: the plan in force for everybody, and its versions for those who keep it. */
@Injectable()
export class ReadFilingPlans {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly versions: PlanVersionRows,
    private readonly classes: PlanClassRows,
    private readonly planned: PlannedClasses,
    private readonly facts: PlanFacts,
  ) {}

  list(actor: Actor, language: Language): Promise<PlanVersionList> {
    return this.uow.read(async () => {
      if (!maySeeVersions(actor)) return { items: [], allowed: [] };
      const rows = await this.versions.all();
      return {
        items: rows.map((row) => summaryOf(row, inForceOf(rows), language)),
        allowed: mayKeepPlan(actor) ? ['draft'] : [],
      };
    });
  }

  /** The plan of today, or of a past day (RULE-100). */
  onDay(actor: Actor, language: Language, day: LocalDate | null): Promise<FilingPlanView> {
    return this.uow.read(async () => {
      const today = await this.today();
      const wanted = day === null || day > today ? today : day;
      const plan = await this.planned.on(wanted);
      const words = await this.facts.words(wanted, language);
      return {
        id: null,
        state: wanted < today ? 'past' : 'in_force',
        words: inForceWords(wanted, language),
        validFrom: null,
        revision: 0,
        note: null,
        reason: null,
        changes: 0,
        classes: plan.map((one) => viewOf(one, words)),
        faults: [],
        allowed: mayKeepPlan(actor) ? ['draft'] : [],
      };
    });
  }

  /** @throws DomainError records.plan-not-yours, records.plan-not-found */
  one(id: number, actor: Actor, language: Language): Promise<FilingPlanView> {
    return this.uow.read(async () => {
      ensurePlanOnlooker(actor);
      const row = await this.versions.find(id);
      if (!row) throw refuse('records.plan-not-found', {});
      const [today, all] = [await this.today(), await this.versions.all()];
      const state = stateOf(row, inForceOf(all));
      const day = row.validFrom !== null && row.validFrom > today ? row.validFrom : today;
      const { before, after } = await this.both(row, day);
      const touched = touchedClasses(before, after, await this.facts.terms()).filter(
        ({ kind }) => kind !== 'inherited',
      );
      const words = await this.facts.words(day, language);
      const byCode = new Map(touched.map((one) => [one.code, one]));
      const isOpen = state === 'draft' || state === 'scheduled';
      const changed = new Set(byCode.keys());
      return {
        id,
        state,
        words: planWords(row, language),
        validFrom: row.validFrom,
        revision: row.revision,
        note: row.note,
        reason: row.reason,
        changes: touched.length,
        classes: after.map((one) => viewOf(one, words, byCode.get(one.code))),
        faults: isOpen ? await this.facts.faults(after, changed, { day, language }) : [],
        allowed: allowedOf(state, actor),
      };
    });
  }

  private async both(row: PlanVersionRow, day: LocalDate): Promise<Versioned> {
    const changes = await this.versions.changes(row.id);
    if (row.enteredAt && row.validFrom) {
      const after = await this.classes.asOf(row.validFrom);
      return { before: withoutChanges(after, changes), after };
    }
    const before = await this.planned.before(row, day);
    return { before, after: withChanges(before, changes) };
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}

/** That came into force last: by day, then by number. */
function inForceOf(rows: readonly PlanVersionRow[]): number | null {
  const entered = rows.filter(({ enteredAt }) => enteredAt !== null);
  return entered.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0))[0]?.id ?? null;
}

function viewOf(one: PlanClass, words: PlanVocabulary, touched?: TouchedClass): PlanClassView {
  return {
    ...one,
    retentionLabel: one.retentionClass === null ? null : words.retention(one.retentionClass),
    sectionName: one.sectionCode === null ? null : words.section(one.sectionCode),
    change: touched?.kind ?? null,
    before: touched?.before ?? null,
  };
}
