import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type EmergencyState, stateOf } from '../../core/emergency';
import { type Emergency, EmergencyRows } from '../../data/emergency-rows';
import { type EmergencyAct, emergencyActs, mayAsk, sees } from './emergency-rights';
import { EmergencyTables } from './emergency-tables';

/** Emergencies are rare: whoever has had more than these looks into the ledger. */
const SHOWN = 200;

export interface EmergencyLine {
  readonly emergency: Emergency;
  readonly state: EmergencyState;
  readonly allowed: readonly EmergencyAct[];
}

export interface Emergencies {
  readonly mayAsk: boolean;
  readonly mostHours: number;
  readonly confirmers: number;
  readonly lines: readonly EmergencyLine[];
}

/** 緊急閲覧 as far as they concern the person, the latest first. */
@Injectable()
export class ListEmergencies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EmergencyRows,
    private readonly tables: EmergencyTables,
  ) {}

  run(actor: Actor): Promise<Emergencies> {
    return this.uow.read(async () => {
      const now = await this.uow.now();
      const { mostHours, reviewPost } = await this.tables.limits();
      const seen = (await this.rows.latest(SHOWN)).filter((emergency) => sees(actor, emergency, reviewPost));
      return {
        mayAsk: mayAsk(actor),
        mostHours,
        confirmers: await this.tables.confirmers(),
        lines: seen.map((emergency) => ({
          emergency,
          state: stateOf(emergency, now),
          allowed: emergencyActs(actor, emergency, { now, reviewPost }),
        })),
      };
    });
  }
}
