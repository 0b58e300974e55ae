import { Injectable } from '@nestjs/common';
import { CSV_START, type LocalDate, csvLine, csvOf, formatWareki, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { RegisterSheet } from '@fubako/rendering';
import { PLAN_SHEET, type PlanLine } from '../../core/plan/plan-sheet';
import { PLAN_LIST_COLUMNS, valuesOf } from '../../package/plan-list';
import type { PlanVocabulary } from './plan-names';
import { PlanFacts } from './plan-facts';
import { ReadFilingPlans } from './read-filing-plans';
import type { FilingPlanView, PlanClassView } from './plan.views.dto';

/** Which plan: a version, or that of a day (null: today). */
export type PrintedPlan = { readonly id: number } | { readonly day: LocalDate | null };

const CHANGES: Readonly<Record<string, string>> = { added: '新設', changed: '変更', ended: '終了' };

/** PLAN-8 The plan on paper and as a spreadsheet. */
@Injectable()
export class PrintFilingPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: ReadFilingPlans,
    private readonly facts: PlanFacts,
    private readonly settings: MunicipalitySettings,
  ) {}

  csv(which: PrintedPlan, actor: Actor): Promise<string> {
    return this.uow.read(async () => csvOf(PLAN_SHEET, await this.lines(await this.plan(which, actor))));
  }

  /** `filing_plan.csv` of a version: what is changed in it comes back as a list (PLAN-10). */
  async list(id: number, actor: Actor): Promise<string> {
    const { classes } = await this.plans.one(id, actor, 'ja');
    const lines = classes.map((one) => {
      const values = valuesOf(one);
      return csvLine(PLAN_LIST_COLUMNS.map((column) => cellOf(values[column])));
    });
    return CSV_START + csvLine(PLAN_LIST_COLUMNS) + lines.join('');
  }

  sheet(which: PrintedPlan, actor: Actor): Promise<RegisterSheet> {
    return this.uow.read(async () => {
      const plan = await this.plan(which, actor);
      const lines = await this.lines(plan);
      const at = await this.uow.now();
      const { name } = await this.settings.municipality();
      return {
        title: plan.id === null ? 'ファイル基準表' : plan.words,
        notes: [`${name}　${plan.id === null ? plan.words : formatWareki(actor.on)}　${lines.length}分類`],
        columns: PLAN_SHEET.map(({ heading, share }) => ({ heading, share })),
        rows: lines.map(indented).map((line) => PLAN_SHEET.map(({ cell }) => cell(line))),
        foot: `${name}　${formatWareki(localDateAt(at))}印刷　${actor.name}`,
        author: name,
        createdAt: at,
      };
    });
  }

  private plan(which: PrintedPlan, actor: Actor): Promise<FilingPlanView> {
    return 'id' in which ? this.plans.one(which.id, actor, 'ja') : this.plans.onDay(actor, 'ja', which.day);
  }

  private async lines({ classes }: FilingPlanView): Promise<PlanLine[]> {
    const words = await this.facts.words(localDateAt(await this.uow.now()), 'ja');
    return classes.map((one) => lineOf(one, words));
  }
}

const cellOf = (value: string | number | boolean | null) => (typeof value === 'boolean' ? String(value) : value);

/** On paper a class stands under the one above it. */
const indented = (line: PlanLine): PlanLine => ({ ...line, name: '　'.repeat(line.level - 1) + line.name });

function lineOf(one: PlanClassView, words: PlanVocabulary): PlanLine {
  const { statutoryYears: years, statutoryLaw: law } = one;
  const marks = [one.personalData ? '個人情報' : '', one.adjustmentPeriod ? '出納整理' : ''];
  return {
    code: one.code,
    name: one.name,
    level: one.level,
    part: one.sectionName ?? words.section(null),
    functionName: words.function(one.functionCode),
    retention: one.retentionLabel ?? '',
    statute: years === null ? '' : `${years}年(${law ?? ''})`,
    disclosure: words.disclosure(one.disclosureClass),
    disposition: words.disposition(one.disposition),
    marks: marks.filter((mark) => mark !== '').join('・'),
    lastYear: words.cell(one, 'lastYear'),
    change: CHANGES[one.change ?? ''] ?? '',
  };
}
