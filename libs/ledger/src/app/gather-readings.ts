import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Reading } from '../core/reading';
import { type GatheredReading, ReadingRows } from '../data/reading-rows';

const EVERY_MS = 3_000;
const MOST_GATHERED = 1_000;

/** LOG-5 Ordinary reads: gathered in memory and written together every few seconds, so that reading costs no transaction. */
@Injectable()
export class GatherReadings implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ledger');
  private readonly gathered = new Map<string, GatheredReading>();
  private timer: NodeJS.Timeout | null = null;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReadingRows,
  ) {}

  take({ staffNo, name, on }: Actor, readings: readonly Reading[]): void {
    const at = new Date();
    for (const reading of readings) {
      const key = [staffNo, reading.subject.kind, reading.subject.id, reading.part, reading.means, reading.role, on];
      const before = this.gathered.get(key.join('/'));
      const { firstAt, times } = before ?? { firstAt: at, times: 0 };
      this.gathered.set(key.join('/'), {
        reader: { staffNo, name, on },
        reading,
        firstAt,
        lastAt: at,
        times: times + 1,
      });
    }
    if (this.gathered.size >= MOST_GATHERED) void this.flush();
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** Writes what was gathered so far, after what is being written; what cannot be written is said in the log, and lost. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.written = this.written.then(() => this.write());
    return this.written;
  }

  private async write(): Promise<void> {
    const gathered = [...this.gathered.values()];
    this.gathered.clear();
    if (gathered.length === 0) return;
    await this.uow
      .run(() => this.rows.add(gathered))
      .catch((error: unknown) => this.logger.error({ message: `${gathered.length} ordinary reads were lost` }, error));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.flush();
  }
}
