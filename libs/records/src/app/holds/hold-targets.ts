import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { HoldDeskRows, type TargetRow } from '../../data/holds/hold-desk-rows';
import type { RecordSubjects } from '../../data/record-lock-rows';
import { refuse } from '../../errors';
import { RecordLocks } from '../record-locks';
import { HoldRights } from './hold-rights';

/** Files and documents that are to be held: locked, there, and within the rights of who asks. */
@Injectable()
export class HoldTargets {
  constructor(
    private readonly locks: RecordLocks,
    private readonly rows: HoldDeskRows,
    private readonly rights: HoldRights,
  ) {}

  /** @throws DomainError records.not-yours-to-hold, records.unknown-targets, records.gone */
  async take(subjects: RecordSubjects, actor: Actor): Promise<void> {
    await this.locks.take(subjects);
    const rows = await this.rows.targets(subjects);
    await this.checkRights(rows, actor);
    const found = new Set(rows.map(({ id }) => id));
    const missing = [...subjects.fileIds, ...subjects.documentIds].filter((id) => !found.has(id));
    if (missing.length > 0 || rows.length === 0) throw refuse('records.unknown-targets', { ids: missing });
    const gone = rows.filter(({ isThere }) => !isThere).map(({ id }) => id);
    if (gone.length > 0) throw refuse('records.gone', { ids: gone });
  }

  private async checkRights(rows: readonly TargetRow[], actor: Actor): Promise<void> {
    if (this.rights.isOffice(actor)) return;
    const sections = [...new Set(rows.map(({ sectionCode }) => sectionCode))];
    const headed = await this.rights.headedOf(actor, sections);
    if (sections.length === 0 || headed.size < sections.length) throw refuse('records.not-yours-to-hold', {});
  }
}
