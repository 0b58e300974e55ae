import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface WitnessState {
  readonly name: string;
  /** Leaves it holds, and how many it lacks. */
  readonly size: number;
  readonly behind: number;
  readonly takenAt: Date;
  readonly fault: string | null;
  readonly failingSince: Date | null;
}

@Injectable()
export class WitnessRows {
  constructor(private readonly uow: UnitOfWork) {}

  async note(name: string, size: number, fault: string | null): Promise<void> {
    const at = await this.uow.now();
    await this.uow.change(sql`
      insert into ledger.witness as w (name, size, taken_at, fault, failing_since)
      values (${name}, ${size}, ${at}, ${fault}, case when ${fault}::text is not null then ${at}::timestamptz end)
      on conflict (name) do update set size = excluded.size, fault = excluded.fault,
        taken_at = case when excluded.fault is null then excluded.taken_at else w.taken_at end,
        failing_since = case when excluded.fault is not null then coalesce(w.failing_since, excluded.taken_at) end`);
  }

  states(): Promise<WitnessState[]> {
    return this.uow.rows<WitnessState>(sql`
      select w.name, w.size::int as size, coalesce((select max(size) from ledger.checkpoint), 0)::int - w.size::int as behind,
             w.taken_at as "takenAt", w.fault, w.failing_since as "failingSince"
      from ledger.witness w order by w.name`);
  }
}
