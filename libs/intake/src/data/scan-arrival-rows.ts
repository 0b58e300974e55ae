import { Injectable } from '@nestjs/common';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { ArrivalState, ScanInlet } from '../core/scan-inlet';

/** Which look of which file. */
export interface FileSight {
  readonly inlet: string;
  readonly place: string;
  readonly fileName: string;
  readonly mark: string;
}

export interface ArrivalReason {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface NewArrival extends FileSight {
  readonly id: string;
  readonly bytes: number;
  readonly arrivedAt: Date;
  readonly notedAt: Date;
}

export interface KnownArrival {
  readonly id: string;
  readonly state: ArrivalState;
  readonly reason: ArrivalReason | null;
}

@Injectable()
export class ScanArrivalRows {
  constructor(private readonly uow: UnitOfWork) {}

  inlets(): Promise<ScanInlet[]> {
    return this.uow.rows<ScanInlet>(sql`
      select code, name, section_code as "sectionCode", kind, channel, split_by as "splitBy" from intake.scan_inlet order by code`);
  }

  /** What became of this very file. */
  known(sight: FileSight): Promise<KnownArrival | null> {
    return this.uow.maybe<KnownArrival>(sql`select id, state, reason from intake.scan_arrival where ${isOf(sight)}`);
  }

  /** False: the same bytes were taken here before. Waits for whoever is taking them now. */
  async claim(arrival: NewArrival, sha256: string): Promise<boolean> {
    await this.uow.change(sql`delete from intake.scan_arrival where ${isOf(arrival)} and state = 'waiting'`);
    const columns = sql`id, inlet, place, file_name, mark, bytes, arrived_at, noted_at, sha256, state`;
    const values = sql`${valuesOf(arrival)}, decode(${sha256}, 'hex')`;
    const taken = await this.uow.change(sql`
      insert into intake.scan_arrival (${columns}) values (${values}, 'taken')
      on conflict (inlet, sha256) where state = 'taken' do nothing`);
    if (taken === 1) return true;
    await this.uow.change(sql`insert into intake.scan_arrival (${columns}) values (${values}, 'repeated')`);
    return false;
  }

  /** Refused, or waiting: a later look writes over an earlier one. */
  async noteKeptOut(arrival: NewArrival, state: 'refused' | 'waiting', reason: ArrivalReason): Promise<void> {
    await this.uow.change(sql`
      insert into intake.scan_arrival as a (id, inlet, place, file_name, mark, bytes, arrived_at, noted_at, state, reason)
      values (${valuesOf(arrival)}, ${state}, ${JSON.stringify(reason)}::jsonb)
      on conflict (inlet, place, file_name, mark) do update
        set state = excluded.state, reason = excluded.reason, noted_at = excluded.noted_at where a.state = 'waiting'`);
  }

  /** What waited and lies there no more: whoever took it away has it. */
  async forgetGone({ inlet, place }: Pick<FileSight, 'inlet' | 'place'>, names: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      delete from intake.scan_arrival where inlet = ${inlet} and place = ${place} and state = 'waiting'
        and file_name <> all(${names}::text[])`);
  }

  async became(arrivalId: string, receiptId: string, part: number): Promise<void> {
    await this.uow.change(sql`
      insert into intake.scanned_receipt (receipt_id, arrival_id, part) values (${receiptId}, ${arrivalId}, ${part})`);
  }
}

function valuesOf({ id, inlet, place, fileName, mark, bytes, arrivedAt, notedAt }: NewArrival): Sql {
  return sql`${id}, ${inlet}, ${place}, ${fileName}, ${mark}, ${bytes}, ${arrivedAt}, ${notedAt}`;
}

function isOf({ inlet, place, fileName, mark }: FileSight): Sql {
  return sql`inlet = ${inlet} and place = ${place} and file_name = ${fileName} and mark = ${mark}`;
}
