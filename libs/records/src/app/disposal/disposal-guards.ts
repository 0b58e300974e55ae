import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type Involved, type PersonFault, executorFault } from '../../core/disposal/people';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { refuse } from '../../disposal-errors';
import { BelievedClock } from './believed-clock';
import { DisposalLock, type Locking } from './disposal-lock';
import { InvolvedPeople } from './involved-people';
import { UsualVolume } from './usual-volume';

interface Passing {
  readonly staffNo: string;
  /** That would be destroyed. */
  readonly documents: number;
  readonly locking: Locking;
}

/** Everything that stands before an execution but for the files themselves. A refusal stays in the ledger. */
@Injectable()
export class DisposalGuards {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: InvolvedPeople,
    private readonly clock: BelievedClock,
    private readonly lock: DisposalLock,
    private readonly volume: UsualVolume,
    private readonly ledger: Ledger,
  ) {}

  /** DISP-19 Asks elsewhere, so before the unit of work that acts: what it finds is for {@link believe}. */
  look(): Promise<Locking> {
    return this.lock.look();
  }

  /** @throws DomainError records.not-yet, records.same-person, records.clock-not-believed, records.locked-by-witness, records.unusual-volume */
  async pass(batch: BatchRow, { staffNo, documents, locking }: Passing): Promise<void> {
    const today = localDateAt(await this.uow.now());
    const { executableOn } = batch;
    if (executableOn === null || today < executableOn)
      throw refuse('records.not-yet', { batchId: batch.id, executableOn });
    await this.differs(batch, staffNo, executorFault);
    await this.believe(batch, staffNo, locking);
    if ((await this.volume.isExceededBy(documents)) && batch.confirmedCount !== documents) {
      this.remember(batch.id, staffNo, 'unusual-volume');
      throw refuse('records.unusual-volume', { batchId: batch.id, documents });
    }
  }

  /** DISP-12 At the start and again before every run: what was started before a leap of the clock does not go on after it. @throws DomainError records.clock-not-believed, records.locked-by-witness */
  async believe(batch: BatchRow, staffNo: string, locking: Locking): Promise<void> {
    this.refuseLocked(batch.id, staffNo, locking);
    const fault = await this.clock.fault(batch.listedAt);
    if (!fault) return;
    this.remember(batch.id, staffNo, fault);
    throw refuse('records.clock-not-believed', { batchId: batch.id, fault });
  }

  /** @throws DomainError records.same-person */
  async differs(
    batch: BatchRow,
    staffNo: string,
    faultOf: (staffNo: string, involved: Involved) => PersonFault | null,
  ): Promise<void> {
    const fault = await this.people.fault(batch, staffNo, faultOf);
    if (!fault) return;
    this.remember(batch.id, staffNo, fault);
    throw refuse('records.same-person', { batchId: batch.id, fault });
  }

  /** DISP-19 @throws DomainError records.locked-by-witness */
  refuseLocked(batchId: string, staffNo: string, [gap]: Locking): void {
    if (!gap) return;
    this.remember(batchId, staffNo, `witness-${gap.kind}`);
    throw refuse('records.locked-by-witness', { kind: gap.kind });
  }

  /** The unit of work fails; that somebody tried is kept in one of its own. */
  private remember(id: string, actor: string, fault: string): void {
    this.uow.afterRollback(() =>
      this.uow.run(async () => {
        const subject = { kind: 'disposal-batch', id };
        this.ledger.record({ subject, kind: 'records.disposal-refused', actor, facts: { fault } });
      }),
    );
  }
}
