import { Injectable } from '@nestjs/common';
import type { StaffNo, UnitCode } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { EmergencyLife } from '../core/emergency';

/** 緊急閲覧 as it was asked. */
export interface NewEmergency {
  readonly id: string;
  readonly asker: StaffNo;
  readonly askerName: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly until: Date;
  readonly matters: readonly string[];
  readonly numbers: readonly string[];
  readonly unitCode: UnitCode | null;
  readonly unitName: string | null;
  readonly concernedUnits: readonly UnitCode[];
}

export interface Emergency extends NewEmergency, EmergencyLife {
  readonly confirmedName: string | null;
  readonly endedName: string | null;
}

const columns = sql`
  id, asker, asker_name as "askerName", reason, asked_at as "askedAt", until, matters, numbers, unit_code as "unitCode", unit_name as "unitName",
  concerned_units as "concernedUnits", confirmed_at as "confirmedAt", confirmed_name as "confirmedName", ended_at as "endedAt", ended_name as "endedName"`;

/** By whom something was done, and when. */
export interface Doing {
  readonly at: Date;
  readonly staffNo: StaffNo;
  readonly name: string;
}

@Injectable()
export class EmergencyRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(e: NewEmergency): Promise<void> {
    await this.uow.change(sql`
      insert into identity.emergency_reading
        (id, asker, asker_name, reason, asked_at, until, matters, numbers, unit_code, unit_name, concerned_units)
      values (${e.id}, ${e.asker}, ${e.askerName}, ${e.reason}, ${e.askedAt}, ${e.until}, ${e.matters}::uuid[], ${e.numbers}::text[],
        ${e.unitCode}, ${e.unitName}, ${e.concernedUnits}::text[])`);
  }

  lock(id: string): Promise<Emergency | null> {
    return this.uow.maybe<Emergency>(
      sql`select ${columns} from identity.emergency_reading where id = ${id} for update`,
    );
  }

  /** The latest first. */
  latest(limit: number): Promise<Emergency[]> {
    return this.uow.rows<Emergency>(
      sql`select ${columns} from identity.emergency_reading order by asked_at desc, id limit ${limit}`,
    );
  }

  async confirm(id: string, { at, staffNo, name }: Doing): Promise<void> {
    await this.uow.change(sql`
      update identity.emergency_reading set confirmed_at = ${at}, confirmed_by = ${staffNo}, confirmed_name = ${name} where id = ${id}`);
  }

  async end(id: string, { at, staffNo, name }: Doing): Promise<void> {
    await this.uow.change(sql`
      update identity.emergency_reading set ended_at = ${at}, ended_by = ${staffNo}, ended_name = ${name} where id = ${id}`);
  }
}
