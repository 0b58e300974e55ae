import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Absence } from '../core/absence';
import { AbsenceRows } from '../data/absence-rows';
import { refuse } from '../errors';
import { AbsenceNews } from './absence-news';
import { mayKeepAbsence } from './absence-rights';

/** Takes an absence back. One under way ends now: what others did on its ground stays justified. */
@Injectable()
export class CancelAbsence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AbsenceRows,
    private readonly news: AbsenceNews,
  ) {}

  /** @throws DomainError organisation.absence-not-found, organisation.absence-not-yours, organisation.absence-is-over */
  run(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const absence = await this.rows.lock(id);
      const now = await this.uow.now();
      ensureEndable(absence, actor, now);
      const until = absence.from < now ? now : absence.from;
      if (until > absence.from) await this.rows.end(id, until);
      else await this.rows.cancel(id, now);
      await this.news.ended(absence, actor.staffNo, until);
    });
  }
}

function ensureEndable(absence: Absence | null, actor: Actor, now: Date): asserts absence is Absence {
  if (!absence) throw refuse('organisation.absence-not-found', {});
  if (!mayKeepAbsence(actor, absence)) {
    // One's own 事故 is known to oneself; of others' absences nothing is told.
    if (absence.staffNo === actor.staffNo) throw refuse('organisation.absence-not-yours', { kind: absence.kind });
    throw refuse('organisation.absence-not-found', {});
  }
  if (absence.until <= now) throw refuse('organisation.absence-is-over', {});
}
