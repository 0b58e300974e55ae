import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import type { Absence } from '../core/absence';
import { AbsenceRows } from '../data/absence-rows';

/** Who is away when. Call inside a unit of work. */
@Injectable()
export class Absences {
  constructor(private readonly rows: AbsenceRows) {}

  /** Those of `staffNos` who are registered as absent at `instant`, with their absence. */
  async absentAt(staffNos: readonly StaffNo[], instant: Date): Promise<ReadonlyMap<StaffNo, Absence>> {
    const absences = await this.rows.at(staffNos, instant);
    return new Map(absences.map((absence) => [absence.staffNo, absence]));
  }

  /** A person's absences that are not over at `instant`, earliest first. */
  async upcoming(staffNo: StaffNo, instant: Date): Promise<readonly Absence[]> {
    return this.rows.upcoming(staffNo, instant);
  }
}
