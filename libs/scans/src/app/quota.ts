import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { FigureRows } from '../data/figure-rows';
import { refuse } from '../errors';

/** How long a sum may be believed; meanwhile what is let in here is added to it. */
const BELIEVED_MS = 60_000;

/** 容量の上限: what the municipality may keep in all (SCN-18). Other processes may let in what they do within a minute. */
@Injectable()
export class Quota {
  private known: { bytes: number; at: number } | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly figures: FigureRows,
  ) {}

  /** Null: there is none. */
  get bytes(): number | null {
    return this.settings.values.STORE_QUOTA_BYTES ?? null;
  }

  /** @throws DomainError scans.quota-exceeded when there is no room for so many bytes more */
  async demandRoom(bytes: number): Promise<void> {
    await this.seeRoom(bytes);
    if (this.known) this.known.bytes += bytes;
  }

  /** The same for what may come later: nothing is set aside for it. @throws DomainError scans.quota-exceeded */
  async seeRoom(bytes: number): Promise<void> {
    const quota = this.bytes;
    if (quota === null) return;
    const used = await this.used();
    if (used + bytes > quota)
      throw refuse('scans.quota-exceeded', { bytes, freeBytes: Math.max(0, quota - used), quotaBytes: quota });
  }

  private async used(): Promise<number> {
    const now = performance.now();
    if (!this.known || now - this.known.at > BELIEVED_MS) {
      const { bytes } = await this.uow.read(() => this.figures.total());
      this.known = { bytes: Number(bytes), at: now };
    }
    return this.known.bytes;
  }
}
