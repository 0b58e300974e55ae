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

/** What became of telling a witness. */
export interface Told {
  /** Leaves it holds. */
  readonly size: number;
  /** Why it took nothing; null: it holds all. */
  readonly fault: string | null;
  /** Of what it holds, where that is not what this database has (WITNESS-5). */
  readonly root: Buffer | null;
}

/** Leaves elsewhere that this database does not have. */
export interface HeldApart {
  readonly name: string;
  readonly size: number;
  /** More than there are here; 0: as many or fewer, but others. */
  readonly more: number;
  readonly root: string;
}

@Injectable()
export class WitnessRows {
  constructor(private readonly uow: UnitOfWork) {}

  async note(name: string, { size, fault, root }: Told): Promise<void> {
    const at = await this.uow.now();
    await this.uow.change(sql`
      insert into ledger.witness as w (name, size, taken_at, fault, failing_since, root)
      values (${name}, ${size}, ${at}, ${fault}, case when ${fault}::text is not null then ${at}::timestamptz end, ${root})
      on conflict (name) do update set size = excluded.size, fault = excluded.fault, root = excluded.root,
        taken_at = case when excluded.fault is null then excluded.taken_at else w.taken_at end,
        failing_since = case when excluded.fault is not null then coalesce(w.failing_since, excluded.taken_at) end`);
  }

  states(): Promise<WitnessState[]> {
    return this.uow.rows<WitnessState>(sql`
      select w.name, w.size::int as size, coalesce((select max(size) from ledger.checkpoint), 0)::int - w.size::int as behind,
             w.taken_at as "takenAt", w.fault, w.failing_since as "failingSince"
      from ledger.witness w order by w.name`);
  }

  /** Those that were last found to hold something else. */
  apart(): Promise<HeldApart[]> {
    return this.uow.rows<HeldApart>(sql`
      select w.name, w.size::int as size, encode(w.root, 'hex') as root,
        greatest(w.size - coalesce((select max(size) from ledger.checkpoint), 0), 0)::int as more
      from ledger.witness w where w.root is not null order by w.name`);
  }
}
