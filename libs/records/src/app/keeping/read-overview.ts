import { Injectable } from '@nestjs/common';
import { type LocalDate, fiscalYearOf } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork } from '@fubako/platform/database';
import { HoldListRows } from '../../data/holds/hold-list-rows';
import { type AttentionKind, AttentionRows } from '../../data/keeping/attention-rows';
import { FileListRows } from '../../data/keeping/file-list-rows';
import { KeepingRights } from './keeping-rights';
import type { RecordsOverview } from './keeping.views.dto';
import { dueFilter } from './list-due-files';

const FINDINGS = ['mixed_years', 'mixed_retention'] as const;

/** 文書主管課の机: what is due this fiscal year, what is unknown, held, to be reviewed; for a section, of its own files. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FileListRows,
    private readonly attention: AttentionRows,
    private readonly holds: HoldListRows,
    private readonly rights: KeepingRights,
  ) {}

  /** Every count is of what the list behind it shows the same reader (DUE-2). */
  run(actor: Actor): Promise<RecordsOverview> {
    return this.uow.read(async () => {
      const filter = dueFilter({}, actor);
      const dueBySection = await this.rows.dueBySection(filter);
      return {
        fiscalYear: fiscalYearOf(actor.on),
        due: dueBySection.reduce((sum, { count }) => sum + count, 0),
        dueBySection,
        expired: await this.rows.expired(actor.on, filter.visible),
        ...(await this.counts(actor.on, filter.visible)),
        askedHolds: await this.holds.asked(filter),
        mayChangeRules: this.rights.isOffice(actor),
      };
    });
  }

  private async counts(today: LocalDate, visible: Sql) {
    const count = (kind: AttentionKind) => this.attention.count({ kind, today, visible, unit: null });
    const findings = [];
    for (const kind of FINDINGS) findings.push({ kind, count: await count(kind) });
    return {
      unknownExpiry: await count('unknown_expiry'),
      openEvents: await count('open_event'),
      held: await count('held'),
      reviewsDue: await count('review_due'),
      findings: findings.filter((finding) => finding.count > 0),
    };
  }
}
