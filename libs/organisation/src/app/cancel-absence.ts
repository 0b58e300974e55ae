import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { AbsenceRows } from '../data/absence-rows';
import { refuse } from '../errors';

/** Takes one's own absence back. One under way ends now: what others did on its ground stays justified. */
@Injectable()
export class CancelAbsence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AbsenceRows,
  ) {}

  /** @throws DomainError organisation.absence-not-found, organisation.absence-is-over */
  async run({ id, staffNo }: { readonly id: string; readonly staffNo: StaffNo }): Promise<void> {
    await this.uow.run(async () => {
      const absence = await this.rows.lock(id);
      if (!absence || absence.staffNo !== staffNo) throw refuse('organisation.absence-not-found', {});
      const now = await this.uow.now();
      if (absence.until <= now) throw refuse('organisation.absence-is-over', {});
      if (absence.from < now) await this.rows.end(id, now);
      else await this.rows.cancel(id, now);
    });
  }
}
