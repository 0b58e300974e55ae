import { Injectable } from '@nestjs/common';
import { type StaffNo, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Absence, AbsenceKind } from '../core/absence';
import { AbsenceRows } from '../data/absence-rows';
import { refuse } from '../errors';
import { AbsenceNews } from './absence-news';
import { mayKeepAbsence } from './absence-rights';
import { OrganisationCharts } from './organisation-charts';

export interface AbsenceRequest {
  /** Who is away. */
  readonly staffNo: StaffNo;
  readonly kind: AbsenceKind;
  /** First instant of the absence. */
  readonly from: Date;
  /** First instant after it. */
  readonly until: Date;
  /** 出張, 休暇 … in the person's words; colleagues read it. */
  readonly reason: string;
  /** Why somebody else registers it; needed then, and for every 事故. */
  readonly onBehalfBecause?: string | null;
}

/** Registers 不在 or 事故, the ground on which others may act (RULE-40, RULE-43, RULE-45). */
@Injectable()
export class RegisterAbsence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: AbsenceRows,
    private readonly news: AbsenceNews,
  ) {}

  /**
   * @returns the id of the absence
   * @throws DomainError organisation.no-such-person, .absence-not-yours, .absence-without-ground, .absence-reversed,
   *   .absence-already-past, .absence-overlaps
   */
  run(actor: Actor, request: AbsenceRequest): Promise<string> {
    return this.uow.run(async () => {
      const now = await this.uow.now();
      await this.ensureAllowed(actor, request);
      ensureSensible(request, now);
      await this.rows.lockPerson(request.staffNo);
      await this.ensureFree(request);
      const { staffNo, kind, from, until, reason } = request;
      const absence: Absence = { id: newId<string>(), staffNo, kind, from, until, reason };
      const onBehalfBecause = groundOf(request);
      await this.rows.insert(absence, { at: now, by: actor.staffNo, onBehalfBecause });
      await this.news.registered(absence, actor.staffNo, onBehalfBecause);
      return absence.id;
    });
  }

  private async ensureAllowed(actor: Actor, request: AbsenceRequest): Promise<void> {
    const { staffNo, kind } = request;
    if (!mayKeepAbsence(actor, request)) throw refuse('organisation.absence-not-yours', { kind });
    if (!(await this.charts.on(actor.on)).person(staffNo)) throw refuse('organisation.no-such-person', { staffNo });
    const needsGround = staffNo !== actor.staffNo || kind === 'incapacity';
    if (needsGround && groundOf(request) === null) throw refuse('organisation.absence-without-ground', {});
  }

  private async ensureFree(request: AbsenceRequest): Promise<void> {
    const rival = await this.rows.overlapping(request);
    if (!rival) return;
    const { from, until } = rival;
    throw refuse('organisation.absence-overlaps', { from: from.toISOString(), until: until.toISOString() });
  }
}

function groundOf({ onBehalfBecause }: AbsenceRequest): string | null {
  return onBehalfBecause?.trim() ? onBehalfBecause : null;
}

/** One that is over cannot justify anything any more; one that began this morning can. */
function ensureSensible({ from, until }: AbsenceRequest, now: Date): void {
  if (until <= from) throw refuse('organisation.absence-reversed', {});
  if (until <= now) throw refuse('organisation.absence-already-past', {});
}
