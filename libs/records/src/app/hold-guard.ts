import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import type { Hold } from '../core/hold';
import type { RecordSubjects } from '../data/record-lock-rows';
import { refuse } from '../errors';
import { ActiveHolds } from './active-holds';
import { RecordLocks } from './record-locks';

/** What somebody tried to do with something that may be held. */
export interface Attempt {
  /** E.g. `refile`, `dispose`, `change-retention`. */
  readonly what: string;
  /** 職員番号, or `system:…`. */
  readonly actor: string;
}

/** Refuses what a hold forbids, and keeps the attempt in the ledger, although the refused unit of work leaves nothing else behind. */
@Injectable()
export class HoldGuard {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly locks: RecordLocks,
    private readonly holds: ActiveHolds,
    private readonly ledger: Ledger,
  ) {}

  /** Locks the subjects and goes on only when none of them is held. @throws DomainError records.held */
  async pass(subjects: RecordSubjects, attempt: Attempt): Promise<void> {
    await this.lock(subjects);
    await this.refuseHeld(subjects, attempt);
  }

  lock(subjects: RecordSubjects): Promise<void> {
    return this.locks.take(subjects);
  }

  /** For subjects that are locked already. @throws DomainError records.held */
  async refuseHeld(subjects: RecordSubjects, attempt: Attempt): Promise<void> {
    const held = [...(await this.holds.on(subjects))];
    const [first] = held;
    if (!first) return;
    this.uow.afterRollback(() => this.uow.run(async () => this.note(subjects, held, attempt)));
    const [subjectId, [hold]] = first;
    throw refuse('records.held', {
      subjectId,
      holdId: hold.id,
      ground: hold.ground,
      caseNo: hold.caseNo,
      endsOn: hold.endsOn,
    });
  }

  /** For acts on many, which leave the held out and go on: keeps one refused attempt in the ledger of the running unit. */
  note(
    subjects: RecordSubjects,
    held: readonly (readonly [string, readonly Hold[]])[],
    { what, actor }: Attempt,
  ): void {
    const files = new Set(subjects.fileIds);
    this.ledger.record(
      ...held.map(([id, holds]) => ({
        subject: { kind: files.has(id) ? 'record-file' : 'document', id },
        kind: 'records.refused-by-hold',
        actor,
        facts: { attempt: what, holds: holds.map(({ id: hold }) => hold) },
      })),
    );
  }
}
