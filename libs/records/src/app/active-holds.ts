import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Hold } from '../core/hold';
import { HoldRows } from '../data/hold-rows';
import type { RecordSubjects } from '../data/record-lock-rows';

/** Holds by the id of the file or document they cover, the longest first. */
export type HoldsBySubject = ReadonlyMap<string, readonly [Hold, ...Hold[]]>;

/**
 * Hold beats every path (RULE-86): whatever could destroy, move or shorten a record takes {@link RecordLocks} first, then
 * asks here, then acts, all in one unit of work.
 */
@Injectable()
export class ActiveHolds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: HoldRows,
  ) {}

  /** Holds in force today on the files and documents; what none covers has no entry. Call inside a unit of work. */
  async on(subjects: RecordSubjects): Promise<HoldsBySubject> {
    const covering = await this.rows.covering(subjects, localDateAt(await this.uow.now()));
    const bySubject = new Map<string, [Hold, ...Hold[]]>();
    for (const { kind: _, subjectId, ...hold } of covering) {
      const known = bySubject.get(subjectId);
      if (known) known.push(hold);
      else bySubject.set(subjectId, [hold]);
    }
    return bySubject;
  }
}
