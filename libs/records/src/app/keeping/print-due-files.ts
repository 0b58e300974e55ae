import { Injectable } from '@nestjs/common';
import { fiscalYearOf, formatFiscalYear, formatWareki, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { RegisterSheet } from '@fubako/rendering';
import { csvOf } from '@fubako/kernel';
import { heldWords } from '../../core/hold-words';
import { DUE_COLUMNS, type DueLine, bySection } from '../../core/keeping/due-list';
import { FileListRows } from '../../data/keeping/file-list-rows';
import { type DueQuery, dueFilter } from './list-due-files';

type PrintedDueQuery = Omit<DueQuery, 'cursor' | 'limit' | 'fileIds' | 'extendYears'>;

/** So many files on one list; a town has some thousands in a fiscal year. */
const MOST_LINES = 50_000;

/** DUE-3 満了簿冊 of a fiscal year by section, on paper and as a spreadsheet. */
@Injectable()
export class PrintDueFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FileListRows,
    private readonly settings: MunicipalitySettings,
  ) {}

  csv(query: PrintedDueQuery, actor: Actor): Promise<string> {
    return this.uow.read(async () => csvOf(DUE_COLUMNS, await this.lines(query, actor)));
  }

  sheet(query: PrintedDueQuery, actor: Actor): Promise<RegisterSheet> {
    return this.uow.read(async () => {
      const lines = await this.lines(query, actor);
      const at = await this.uow.now();
      const { name } = await this.settings.municipality();
      const year = query.fiscalYear ?? fiscalYearOf(actor.on);
      const title = query.expired ? '満了簿冊一覧' : `${formatFiscalYear(year)} 満了簿冊一覧`;
      return {
        title,
        notes: [`${name}　${formatWareki(actor.on)}現在　${lines.length}冊`],
        columns: DUE_COLUMNS.map(({ heading, share, align }) => ({ heading, share, ...(align ? { align } : {}) })),
        rows: lines.map((line) => DUE_COLUMNS.map(({ cell }) => cell(line))),
        foot: `${name}　${formatWareki(localDateAt(at))}印刷　${actor.name}`,
        author: name,
        createdAt: at,
      };
    });
  }

  private async lines(query: PrintedDueQuery, actor: Actor): Promise<DueLine[]> {
    const rows = await this.rows.due(dueFilter(query, actor), null, MOST_LINES);
    return bySection(rows.map(({ hold, ...row }) => ({ ...row, hold: hold ? heldWords(hold, 'ja') : '' })));
  }
}
