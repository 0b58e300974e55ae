import { Injectable } from '@nestjs/common';
import { type LocalDate, fiscalYearOf, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { type TouchedClass, touchedClasses } from '../../core/plan/touched-classes';
import { type PlanClass, differing, withChanges } from '../../core/plan/filing-plan';
import type { ClassUse } from '../../data/plan/plan-class-rows';
import { type PlanVersionRow, PlanVersionRows } from '../../data/plan/plan-version-rows';
import { readPlanList } from '../../package/plan-list';
import { refusePlan as refuse } from '../../plan-errors';
import { PlanFacts } from './plan-facts';
import type { PlanVocabulary } from './plan-names';
import { ensurePlanKeeper, ensurePlanOnlooker } from './plan-rights';
import { PlannedClasses } from './planned-classes';
import type { PlanListTrial, PlanTrial, TriedClass } from './plan.views.dto';

interface Change {
  readonly after: readonly PlanClass[];
  /** Classes that are judged as changed. */
  readonly changed: readonly { readonly code: string }[];
  readonly day: LocalDate;
  readonly language: Language;
}

/** 試す: what a version touches on its day, and what stands in its way (PLAN-6). Nothing is changed. */
@Injectable()
export class TryFilingPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly versions: PlanVersionRows,
    private readonly planned: PlannedClasses,
    private readonly facts: PlanFacts,
    private readonly documents: DocumentReading,
  ) {}

  /** @param day from which it would hold; null: the day it is published for, or today. @throws DomainError records.plan-not-yours, records.plan-not-found */
  run(id: number, actor: Actor, { day, language }: { day: LocalDate | null; language: Language }): Promise<PlanTrial> {
    return this.uow.read(async () => {
      ensurePlanOnlooker(actor);
      const row = await this.versions.find(id);
      if (!row) throw refuse('records.plan-not-found', {});
      const today = localDateAt(await this.uow.now());
      const wanted = day ?? row.validFrom ?? today;
      return this.of(row, wanted < today ? today : wanted, language);
    });
  }

  /** Call inside a unit of work. */
  async of(row: PlanVersionRow, day: LocalDate, language: Language = 'ja'): Promise<PlanTrial> {
    const changes = await this.versions.changes(row.id);
    const before = await this.planned.before(row, day);
    return this.between(before, { after: withChanges(before, changes), changed: changes, day, language });
  }

  /**
   * What a list would make of a draft (PLAN-10). Nothing is changed.
   * @throws DomainError records.plan-not-yours, records.plan-not-found, records.plan-not-draft
   */
  list(id: number, actor: Actor, { list, language }: { list: string; language: Language }): Promise<PlanListTrial> {
    return this.uow.read(async () => {
      ensurePlanKeeper(actor);
      const row = await this.versions.find(id);
      if (!row) throw refuse('records.plan-not-found', {});
      if (row.state !== 'draft') throw refuse('records.plan-not-draft', {});
      const changes = await this.versions.changes(id);
      const plan = withChanges(await this.planned.latest(), changes);
      const { classes, faults } = readPlanList(list, plan);
      const wanted = faults.length > 0 ? [] : differing(plan, classes);
      const after = withChanges(
        plan,
        wanted.map((one) => ({ code: one.code, isNew: false, columns: one })),
      );
      const day = localDateAt(await this.uow.now());
      const trial = await this.between(plan, { after, changed: [...changes, ...wanted], day, language });
      const told = faults.map(({ line, message, english }) => ({
        line,
        message: language === 'ja' ? message : english,
      }));
      return { ...trial, listFaults: told };
    });
  }

  private async between(before: readonly PlanClass[], { after, changed, day, language }: Change): Promise<PlanTrial> {
    const touched = touchedClasses(before, after, await this.facts.terms());
    const codes = touched.map(({ code }) => code);
    const uses = await this.facts.uses(codes, fiscalYearOf(localDateAt(await this.uow.now())));
    const words = await this.facts.words(day, language);
    const presets = await this.presets(day);
    const classes = touched.map((one) =>
      triedClass(one, { words, use: uses.get(one.code), types: presets.get(one.code) ?? [] }),
    );
    const count = (kind: string): number => classes.filter(({ change }) => change === kind).length;
    return {
      day,
      added: count('added'),
      changed: count('changed'),
      ended: count('ended'),
      shorter: classes.filter(({ shorter }) => shorter).length,
      files: classes.reduce((sum, { files }) => sum + files, 0),
      documents: classes.reduce((sum, { documents }) => sum + documents, 0),
      confirmedYear: await this.versions.confirmedYear(day),
      classes,
      faults: await this.facts.faults(after, new Set(changed.map(({ code }) => code)), { day, language }),
    };
  }

  /** 事案の種類 by the class that they preset. */
  private async presets(day: LocalDate): Promise<ReadonlyMap<string, string[]>> {
    const types = new Map<string, string[]>();
    for (const { name, default_class_code: code } of await this.documents.matterTypesOn(day))
      types.set(code, [...(types.get(code) ?? []), name]);
    return types;
  }
}

function triedClass(
  { code, after, kind, columns, before, terms, shorter }: TouchedClass,
  { words, use, types }: { words: PlanVocabulary; use: ClassUse | undefined; types: string[] },
): TriedClass {
  const [was, is] = [terms.before, terms.after].map((one) => (one ? words.period(one) : null));
  return {
    name: after.name,
    change: kind,
    columns: columns.map((column) => ({
      column,
      before: before ? words.cell(before, column) : '',
      after: words.cell(after, column),
    })),
    retentionBefore: was === is ? null : (was ?? null),
    retentionAfter: was === is ? null : (is ?? null),
    shorter,
    ...(use ?? NO_USE),
    code,
    matterTypes: types,
  };
}

/** Of a class that is added. */
const NO_USE: Omit<ClassUse, 'code'> = { files: 0, openFiles: 0, documents: 0, series: 0, underWay: 0, prepared: 0 };
