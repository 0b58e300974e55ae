import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { ProcessHealth } from '@fubako/platform/observability';
import { BEAT_EVERY_MS, heartbeatFile } from './heartbeat-file';

/** Writes a file every few seconds while the worker can do its work: a container runtime looks at its age. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('heartbeat');
  private readonly file: string;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly health: ProcessHealth,
    settings: Settings,
  ) {
    this.file = heartbeatFile(settings.values.FUBAKO_DATA);
  }

  async onApplicationBootstrap(): Promise<void> {
    mkdirSync(dirname(this.file), { recursive: true });
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
    rmSync(this.file, { force: true });
  }

  /** Never rejects: a heart that cannot beat is seen by the age of the file. */
  private async beat(): Promise<void> {
    try {
      const { status, checks } = await this.health.report();
      // Without files much can still be delivered; without database or queue nothing can.
      if (status !== 'unavailable' && checks['jobs'] !== 'failed') writeFileSync(this.file, '');
    } catch (error) {
      this.logger.warn({ message: 'the heartbeat could not be written', error });
    }
  }
}
