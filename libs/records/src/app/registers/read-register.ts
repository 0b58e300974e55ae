import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, firstDayOf, localDateAt } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { type RegisterLine, isPublic, publicTitle } from '../../core/registers/file-register';
import { type RegisterRow, RegisterRows } from '../../data/registers/register-rows';
import { refusePaper } from '../../paper-errors';
import { readableFiles } from '../record-file-policy';

export type Edition = 'public' | 'internal';

export interface RegisterQuery {
  readonly edition: Edition;
  /** End of this day; today when left out. */
  readonly asOf?: LocalDate;
  readonly fiscalYear?: number;
  /** Code of a section. */
  readonly unit?: string;
}

export interface RegisterOfDay {
  readonly asOf: LocalDate;
  readonly lines: readonly RegisterLine[];
}

/** Most files of one reading; a larger municipality reads section by section. */
const MOST = 100_000;

/** ファイル管理簿 of any day (REG-1 to REG-3). */
@Injectable()
export class ReadRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: RegisterRows,
  ) {}

  /** The public edition is of all sections; of the internal one a reader sees what the list shows. @throws DomainError records.day-to-come */
  run({ edition, asOf, fiscalYear, unit }: RegisterQuery, actor: Actor, limit = MOST): Promise<RegisterOfDay> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const day = asOf ?? today;
      if (day > today) throw refusePaper('records.day-to-come', {});
      const conditions = [
        ...(edition === 'public' ? [] : [sql`(${readableFiles(actor, sql`f.section_code`)})`]),
        ...(fiscalYear === undefined ? [] : [sql`f.fiscal_year = ${fiscalYear}`]),
        ...(unit === undefined ? [] : [sql`f.section_code = ${unit}`]),
      ];
      const rows = await this.rows.on(day, { condition: joinSql(conditions, ' and ', sql`true`), limit });
      const chosen = edition === 'public' ? rows.filter(isPublic) : rows;
      return { asOf: day, lines: await this.lines(chosen, day, edition) };
    });
  }

  private async lines(rows: readonly RegisterRow[], asOf: LocalDate, edition: Edition): Promise<RegisterLine[]> {
    const now = await this.charts.on(asOf);
    const charts = new Map<number, OrganisationChart>();
    for (const year of new Set(rows.map(({ fiscalYear }) => fiscalYear)))
      charts.set(year, await this.charts.on(firstDayOf(year)));
    return rows.map((row) => {
      const {
        firstSection,
        firstSectionName,
        sectionCode,
        sectionName,
        middleName,
        upperName,
        className,
        custody,
        years,
        ...line
      } = row;
      const then = charts.get(row.fiscalYear) ?? now;
      return {
        ...line,
        endless: years === null,
        title: edition === 'public' ? publicTitle(row, row.title, className) : row.title,
        classNames: [upperName, middleName, className].filter((name) => name !== null),
        managerThen: managerOf(then, firstSection, firstSectionName),
        managerNow: managerOf(now, sectionCode, sectionName),
        place: custody === 'stack' ? '書庫' : '執務室',
      };
    });
  }
}

/** 文書管理者: the head of the section; where the chart of that day does not know it, the section by the name it had. */
function managerOf(chart: OrganisationChart, code: string, name: string): string {
  const unit = chart.unit(code as UnitCode);
  const head = chart.headOf(code as UnitCode);
  return unit && head ? `${unit.name} ${head.title}` : name;
}
