import { Injectable } from '@nestjs/common';
import { type FiscalYear, firstDayOf, fiscalYearOf, localDateAt } from '@fubako/kernel';
import { YearCounters } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { SkippedLine, YearLine } from '../../core/years/plan-year';
import { yearProblemWords } from '../../core/years/year-words';
import type { Language } from '../../core/retention-words';
import { YearFactsRows } from '../../data/years/year-facts-rows';
import { type PlanHead, YearPlanRows } from '../../data/years/year-plan-rows';
import { type PlannedYear, YearPlanning } from './year-planning';
import { SectionKeepers } from '../section-keepers';
import type { YearPlanView, YearSectionView } from './years.views.dto';

/** The dry run of a year; of a confirmed one, what was confirmed and how far it is. */
@Injectable()
export class ReadYearPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planning: YearPlanning,
    private readonly plans: YearPlanRows,
    private readonly facts: YearFactsRows,
    private readonly counters: YearCounters,
    private readonly rights: SectionKeepers,
  ) {}

  run(fiscalYear: FiscalYear, actor: Actor, language: Language): Promise<YearPlanView> {
    return this.uow.read(async () => {
      const [head, planned] = [await this.plans.head(fiscalYear), await this.planning.of(fiscalYear)];
      const confirmed = head?.confirmedAt ? await this.plans.lines(fiscalYear) : null;
      const closings = await this.facts.closings(fiscalYear);
      const { lines, done } = await this.plans.progress(fiscalYear);
      const counters = await this.counters.toBegin(fiscalYear, planned.chart);
      const state = stateOf(head);
      return {
        fiscalYear,
        firstDay: firstDayOf(fiscalYear),
        state,
        confirmedAt: head?.confirmedAt?.toISOString() ?? null,
        confirmedByName: head?.confirmedByName ?? null,
        digest: planned.digest,
        sections: await this.sections(confirmed ?? planned.lines, planned.skipped, actor),
        closings: closings.map((closing) => ({ ...closing })),
        counters: counters.map(({ seriesCode, kind, symbol, before, startAt }) => ({
          seriesCode,
          kind,
          symbol,
          before,
          startAt,
        })),
        problems: planned.problems.map((problem) => ({
          code: problem.code,
          text: yearProblemWords(problem, language),
        })),
        progress: {
          lines,
          done,
          filesToClose: closings.reduce((sum, { files }) => sum + files, 0),
          countersClosed: head?.countersClosedAt !== null && head !== null,
        },
        allowed: this.rights.isOffice(actor) ? await this.acts(planned, state) : [],
      };
    });
  }

  private async acts({ problems, lines }: PlannedYear, state: YearPlanView['state']): Promise<string[]> {
    if (state === 'draft') return problems.length === 0 && lines.length > 0 ? ['confirm'] : [];
    return state === 'confirmed' ? ['withdraw'] : [];
  }

  private async sections(
    lines: readonly YearLine[],
    skipped: readonly SkippedLine[],
    actor: Actor,
  ): Promise<YearSectionView[]> {
    const sees = this.rights.sees(actor);
    const sections = new Map<string, YearSectionView>();
    const of = ({ code, name }: { code: string; name: string }): YearSectionView => {
      const known = sections.get(code) ?? { code, name, opens: 0, carries: 0, skips: 0, allowed: [] };
      sections.set(code, known);
      return known;
    };
    for (const { section, carriedFile } of lines) of(section)[carriedFile ? 'carries' : 'opens'] += 1;
    for (const { section } of skipped) of(section).skips += 1;
    const seen = [...sections.values()].filter(({ code }) => sees(code));
    for (const section of seen) if (await this.rights.keeps(actor, section.code)) section.allowed.push('choose');
    return seen.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }
}

export function stateOf(head: PlanHead | null): YearPlanView['state'] {
  if (!head?.confirmedAt) return 'draft';
  if (head.openedAt && head.countersClosedAt) return 'done';
  return head.begunAt ? 'running' : 'confirmed';
}

/** Years that may be planned now: this one, when it is late, and the next. */
export function plannableYears(now: Date): readonly FiscalYear[] {
  const year = fiscalYearOf(localDateAt(now));
  return [year, year + 1];
}
