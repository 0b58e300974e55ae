import type { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sha256 } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import type { Fault } from '../data/proof-rows';
import { TimestampRows } from '../data/timestamp-rows';
import { openToken } from '../data/timestamp-token';

export interface TimestampReport {
  readonly tokens: number;
  readonly faults: readonly Fault[];
}

/** TIME-2 Each token is over the note of its checkpoint, by an authority that leads to `roots`, at the time that its row says. Reads only. */
@Injectable()
export class VerifyTimestamps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: TimestampRows,
  ) {}

  async run(roots: readonly X509Certificate[]): Promise<TimestampReport> {
    const tokens = await this.uow.read(() => this.rows.all());
    const faults: Fault[] = [];
    for (const { size, note, token, takenAt } of tokens) {
      const fault = (column: string) => faults.push({ table: 'ledger.timestamp_token', key: String(size), column });
      const opened = openToken(token, sha256(Buffer.from(note)), roots);
      if (!opened) fault('token');
      else if (opened.time.getTime() !== takenAt.getTime()) fault('taken_at');
    }
    return { tokens: tokens.length, faults };
  }
}
