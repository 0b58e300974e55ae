import { Injectable } from '@nestjs/common';
import { fiscalYearOf } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { FileListRows } from '../../data/keeping/file-list-rows';
import type { RecordsOverview } from './keeping.views.dto';
import { dueFilter } from './list-due-files';

/** 文書主管課の机: what is due this fiscal year, what is unknown, held, to be reviewed; for a section, of its own files. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FileListRows,
  ) {}

  run(actor: Actor): Promise<RecordsOverview> {
    return this.uow.read(async () => {
      const filter = dueFilter({}, actor);
      const dueBySection = await this.rows.dueBySection(filter);
      const counts = await this.rows.counts(actor.on, filter.visible);
      return {
        fiscalYear: fiscalYearOf(actor.on),
        due: dueBySection.reduce((sum, { count }) => sum + count, 0),
        dueBySection,
        ...counts,
        askedHolds: await this.rows.askedHolds(),
        findings: await this.rows.findings(),
      };
    });
  }
}
