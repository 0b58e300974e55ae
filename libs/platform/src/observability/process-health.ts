import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Migration, isCurrent, readMigrations } from '../database';
import { ObjectStore } from '../object-store';

export type CheckResult = 'ok' | 'failed';

export interface HealthReport {
  /** `degraded`: work goes on without files or background effects; `unavailable`: it cannot. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

const ANSWER_WITHIN_MS = 2_000;
/** The report is public: asking often must not become load on the database. */
const REMEMBERED_MS = 1_000;
const VITAL = 'database';

/** Whether this process can do its work now. Parts that depend on something outside register their question here. */
@Injectable()
export class ProcessHealth {
  private readonly logger = new Logger('health');
  private readonly questions = new Map<string, () => Promise<void>>();
  private migrations: Migration[] | null = null;
  private latest: { readonly at: number; readonly report: Promise<HealthReport> } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    objectStore: ObjectStore,
  ) {
    this.watch(VITAL, () => this.checkDatabase());
    this.watch('objectStore', () => objectStore.check());
  }

  /** `check` rejects when the part cannot be used. */
  watch(name: string, check: () => Promise<void>): void {
    this.questions.set(name, check);
  }

  report(): Promise<HealthReport> {
    const now = performance.now();
    if (!this.latest || now - this.latest.at > REMEMBERED_MS) this.latest = { at: now, report: this.ask() };
    return this.latest.report;
  }

  private async ask(): Promise<HealthReport> {
    const answers = await Promise.all(
      [...this.questions].map(async ([name, check]) => [name, await this.answer(name, check)] as const),
    );
    const checks = Object.fromEntries(answers);
    const failed = Object.values(checks).includes('failed');
    return { status: checks[VITAL] === 'failed' ? 'unavailable' : failed ? 'degraded' : 'ready', checks };
  }

  private async answer(name: string, check: () => Promise<void>): Promise<CheckResult> {
    try {
      await within(ANSWER_WITHIN_MS, check());
      return 'ok';
    } catch (error) {
      this.logger.warn({ message: 'a part of the system does not answer', part: name, error });
      return 'failed';
    }
  }

  private async checkDatabase(): Promise<void> {
    this.migrations ??= readMigrations();
    const query = async (text: string) => ({ rows: (await this.dataSource.query(text)) as unknown[] });
    const current = await isCurrent({ query } as unknown as Parameters<typeof isCurrent>[0], this.migrations);
    if (!current) throw new Error('the schema of the database is not the one of this build');
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
