import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { StagedRows } from '../data/staged-rows';
import { CaseStateReader } from './case-state-reader';
import { MakeEffective } from './make-effective';
import { StagedAlarm } from './staged-alarm';

/** Decided in one unit: as many as a bulk approval decides (performance B). */
const CHUNK = 100;
const AT_ONCE = 1_000;

/** Makes decisions effective whose grace time has passed; may run at any time, in any process, on several workers. */
@Injectable()
export class SettleStaged {
  private readonly logger = new Logger('approvals');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: StagedRows,
    private readonly reader: CaseStateReader,
    private readonly effective: MakeEffective,
    alarm: StagedAlarm,
  ) {
    alarm.onRing(() => this.run());
  }

  /** @returns how many were settled; with more than a thousand due, the next run does the rest */
  async run(): Promise<number> {
    const due = await this.uow.read(async () => this.rows.due(await this.uow.now(), AT_ONCE));
    let settled = 0;
    for (let at = 0; at < due.length; at += CHUNK) settled += await this.chunk(due.slice(at, at + CHUNK));
    return settled;
  }

  /** One that cannot take effect must not keep the others waiting. */
  async chunk(documentIds: readonly string[]): Promise<number> {
    try {
      return await this.uow.run(async () => this.effective.run(await this.locked(documentIds)));
    } catch (error) {
      const [one, ...others] = documentIds;
      if (one === undefined) return 0;
      if (others.length === 0) return this.dropped(one, error);
      let settled = 0;
      for (const id of documentIds) settled += await this.chunk([id]);
      return settled;
    }
  }

  /** What is refused now is refused in a second, too; what broke is tried again. */
  private async dropped(documentId: string, error: unknown): Promise<number> {
    this.logger.warn({ message: 'a staged decision could not take effect', document: documentId, error });
    if (!(error instanceof DomainError)) throw error;
    await this.uow.run(async () => this.effective.drop(await this.locked([documentId]), error.code));
    return 1;
  }

  private async locked(documentIds: readonly string[]) {
    return [...(await this.reader.lock(documentIds)).values()];
  }
}
