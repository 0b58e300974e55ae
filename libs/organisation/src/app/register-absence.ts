import { Injectable } from '@nestjs/common';
import { type StaffNo, newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { AbsenceRows } from '../data/absence-rows';
import { refuse } from '../errors';

export interface AbsenceRequest {
  readonly staffNo: StaffNo;
  /** First instant of the absence. */
  readonly from: Date;
  /** First instant after it. */
  readonly until: Date;
  /** 出張, 休暇 … in the person's words. */
  readonly reason: string;
}

/** Registers one's own 不在, the ground on which others may act (RULE-40, RULE-45). */
@Injectable()
export class RegisterAbsence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AbsenceRows,
  ) {}

  /** @throws DomainError organisation.absence-reversed, organisation.absence-overlaps */
  async run(request: AbsenceRequest): Promise<string> {
    if (request.until <= request.from) throw refuse('organisation.absence-reversed', {});
    return this.uow.run(async () => {
      await this.rows.lockPerson(request.staffNo);
      const rival = await this.rows.overlapping(request);
      if (rival)
        throw refuse('organisation.absence-overlaps', {
          from: rival.from.toISOString(),
          until: rival.until.toISOString(),
        });
      const id = newId<string>();
      await this.rows.insert({ ...request, id, registeredAt: await this.uow.now() });
      return id;
    });
  }
}
