import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Absence } from '../core/absence';
import { AbsenceRows } from '../data/absence-rows';
import { refuse } from '../errors';
import { AbsenceNews } from './absence-news';
import { absenceEndRefusal, mayKeepAbsence } from './absence-rights';

/** Takes an absence back. One under way ends now: what others did on its ground stays justified. */
@Injectable()
export class CancelAbsence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AbsenceRows,
    private readonly news: AbsenceNews,
  ) {}

  /**
   * @param until when it ends instead; by default now
   * @throws DomainError organisation.absence-not-found, .absence-not-yours, .absence-is-over, .absence-end-not-earlier
   */
  run(actor: Actor, id: string, until?: Date): Promise<void> {
    return this.uow.run(async () => {
      const absence = await this.rows.lock(id);
      const now = await this.uow.now();
      ensureEndable(absence, actor, now);
      const end = endOf(absence, until ?? now, now);
      if (end > absence.from) await this.rows.end(id, end);
      else await this.rows.cancel(id, now);
      await this.news.ended(absence, actor.staffNo, end);
    });
  }
}

/** The past stays as it was: an end before now means now; an end before the beginning takes the absence back whole. */
function endOf(absence: Absence, wanted: Date, now: Date): Date {
  if (wanted >= absence.until) throw refuse('organisation.absence-end-not-earlier', {});
  const end = wanted < now ? now : wanted;
  return end < absence.from ? absence.from : end;
}

function ensureEndable(absence: Absence | null, actor: Actor, now: Date): asserts absence is Absence {
  if (!absence) throw refuse('organisation.absence-not-found', {});
  // One's own 事故 is known to oneself; of others' absences nothing is told.
  if (absence.staffNo !== actor.staffNo && !mayKeepAbsence(actor, absence))
    throw refuse('organisation.absence-not-found', {});
  const refusal = absenceEndRefusal(absence, actor, now);
  if (refusal) throw refusal;
}
