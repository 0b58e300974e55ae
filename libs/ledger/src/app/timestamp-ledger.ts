import { readFileSync } from 'node:fs';
import type { X509Certificate } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { localDateAt, sha256 } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { LeafRows } from '../data/leaf-rows';
import { TimestampAuthority } from '../data/timestamp-authority';
import { TimestampRows } from '../data/timestamp-rows';
import { certificatesOf } from '../data/timestamp-token';

/** After an authority that was silent or refused, in ms. */
const PAUSE_MS = 5 * 60_000;

/** 時刻認証: TIME-1 has the root of each day signed with its time by an authority (RFC 3161). Nobody is asked where none is set. */
@Injectable()
export class TimestampLedger {
  private readonly logger = new Logger('ledger');
  private askAgainAt = 0;

  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly leaves: LeafRows,
    private readonly rows: TimestampRows,
  ) {}

  /** @returns whether a token was taken now */
  async run(): Promise<boolean> {
    const { TSA_URL: url } = this.settings.values;
    if (!url || Date.now() < this.askAgainAt) return false;
    const due = await this.uow.read(() => this.due());
    if (!due) return false;
    try {
      // Outside any unit of work: an authority may be slow.
      const { token, time } = await new TimestampAuthority(url, this.roots()).stamp(sha256(Buffer.from(due.note)));
      await this.uow.run(async () => {
        await this.leaves.takeSeal();
        await this.rows.keep(due.size, token, time);
      });
      return true;
    } catch (error) {
      this.askAgainAt = Date.now() + PAUSE_MS;
      this.logger.error(
        `The root of ${due.size} leaves got no timestamp: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  }

  /** Certificates that tokens must lead to; none when nothing is set. */
  roots(): X509Certificate[] {
    const { TSA_CERTIFICATES: path } = this.settings.values;
    return path ? certificatesOf(readFileSync(path, 'utf8')) : [];
  }

  private async due(): Promise<{ readonly size: number; readonly note: string } | null> {
    const [checkpoint, token] = [await this.leaves.lastCheckpoint(), await this.rows.last()];
    if (!checkpoint || token?.size === checkpoint.size) return null;
    const today = localDateAt(await this.uow.now());
    return token && localDateAt(token.takenAt) >= today ? null : checkpoint;
  }
}
