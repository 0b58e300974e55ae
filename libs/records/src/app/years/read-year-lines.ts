import { Injectable } from '@nestjs/common';
import { type FiscalYear, firstDayOf } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { SkippedLine, YearLine } from '../../core/years/plan-year';
import { type ConfirmedLine, YearPlanRows } from '../../data/years/year-plan-rows';
import { YearPlanning } from './year-planning';
import { SectionKeepers } from '../section-keepers';
import type { YearLineView, YearLinesView } from './years.views.dto';

/** The files of one section next year. */
@Injectable()
export class ReadYearLines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planning: YearPlanning,
    private readonly plans: YearPlanRows,
    private readonly rights: SectionKeepers,
  ) {}

  /** Empty for a section that the reader does not see. */
  run({ fiscalYear, section }: { fiscalYear: FiscalYear; section: string }, actor: Actor): Promise<YearLinesView> {
    return this.uow.read(async () => {
      if (!this.rights.sees(actor)(section)) return { sectionCode: section, items: [], allowed: [] };
      const head = await this.plans.head(fiscalYear);
      const planned = await this.planning.of(fiscalYear);
      const lines = head?.confirmedAt ? await this.plans.lines(fiscalYear) : planned.lines;
      const names = new Map(
        (await this.planning.classesOn(firstDayOf(fiscalYear))).map(({ code, name }) => [code, name]),
      );
      const mine = <T extends YearLine | SkippedLine>(all: readonly T[]) =>
        all.filter((line) => line.section.code === section);
      const items = [
        ...mine(lines).map((line) => lineView(line, names)),
        ...mine(planned.skipped).map((line) => skippedView(line, names)),
      ];
      const mayChoose = !head?.confirmedAt && (await this.rights.keeps(actor, section));
      return { sectionCode: section, items, allowed: mayChoose ? ['choose'] : [] };
    });
  }
}

type Names = ReadonlyMap<string, string>;

function lineView(line: YearLine | ConfirmedLine, names: Names): YearLineView {
  const { classCode, title, personalData, secret, carriedFile } = line;
  return {
    action: carriedFile ? 'carry' : 'open',
    classCode,
    className: names.get(classCode) ?? '',
    title,
    personalData,
    secret,
    fileId: carriedFile ?? ('id' in line ? line.id : null),
    done: 'done' in line && line.done,
  };
}

function skippedView({ classCode, title }: SkippedLine, names: Names): YearLineView {
  const marks = { personalData: false, secret: false, fileId: null, done: false };
  return { action: 'skip', classCode, className: names.get(classCode) ?? '', title, ...marks };
}
