import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { CirculationRow } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { refuse } from '../errors';
import { AskReaders } from './ask-readers';
import { CirculationDesk, runningState } from './circulation-desk';
import { CirculationNews } from './circulation-news';
import { handles } from './policy';
import { digestOf } from './receipt-news';
import type { ReaderWish } from './resolve-readers';

export type SteeringFault =
  'intake.not-yours-to-circulate' | 'intake.circulation-over' | 'intake.broadcast-has-no-readers';

/** Whoever began it and the clerks of its section steer it while it runs. */
export function steeringFault(row: CirculationRow, actor: Actor): SteeringFault | null {
  if (row.started_by !== actor.staffNo && !handles(actor, row.section_code)) return 'intake.not-yours-to-circulate';
  return runningState(row) === 'running' ? null : 'intake.circulation-over';
}

/** Asks further readers. */
@Injectable()
export class AddReaders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: CirculationDesk,
    private readonly ask: AskReaders,
  ) {}

  run({
    actor,
    circulationId,
    readers,
  }: {
    actor: Actor;
    circulationId: string;
    readers: readonly ReaderWish[];
  }): Promise<void> {
    return this.uow.run(async () => {
      const { row } = await this.desk.lock(circulationId, actor);
      const fault = steeringFault(row, actor) ?? (row.mode === 'broadcast' ? 'intake.broadcast-has-no-readers' : null);
      if (fault) throw refuse(fault, {});
      await this.ask.run(row, actor, readers);
    });
  }
}

/** Stops a circulation with a reason; marks that were made stay. */
@Injectable()
export class StopCirculation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: CirculationDesk,
    private readonly circulations: CirculationRows,
    private readonly news: CirculationNews,
  ) {}

  run({ actor, circulationId, reason }: { actor: Actor; circulationId: string; reason: string }): Promise<void> {
    return this.uow.run(async () => {
      const { row } = await this.desk.lock(circulationId, actor);
      const fault = steeringFault(row, actor);
      if (fault) throw refuse(fault, {});
      await this.circulations.stop(row.id, { name: actor.name, reason: reason.trim(), at: await this.uow.now() });
      this.news.acted({ circulation: row, actor }, 'circulation-stopped', { reason: digestOf(reason.trim()) });
    });
  }
}
