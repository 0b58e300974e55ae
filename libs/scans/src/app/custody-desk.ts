import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody, type DepositLimits, type Fingerprint, type Quarantined } from '@fubako/platform/object-store';
import { ArrivalRows } from '../data/arrival-rows';
import { Quota } from './quota';

/** Content in custody that is to be registered next. */
export interface Admitted extends Fingerprint {
  /** When its way into custody began. */
  readonly since: Date;
}

/** 受付: the way of new content into custody. What it admits and nobody registers is known, and cleared away (SCN-17). */
@Injectable()
export class CustodyDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly arrivals: ArrivalRows,
    private readonly quota: Quota,
  ) {}

  /** For what people send; what is made of it always finds room. @throws DomainError scans.quota-exceeded */
  demandRoom(bytes: number): Promise<void> {
    return this.quota.demandRoom(bytes);
  }

  /** @throws SourceLengthDiffers, ObjectStoreUnavailable */
  deposit(body: Readable, limits: DepositLimits): Promise<Quarantined> {
    return this.custody.deposit(body, limits);
  }

  openQuarantined(deposit: Quarantined): Promise<Readable> {
    return this.custody.openQuarantined(deposit);
  }

  /** Call it outside a unit of work: the arrival commits before the bytes are put. @throws ObjectCorrupt, ObjectStoreUnavailable */
  async admit(deposit: Quarantined): Promise<Admitted> {
    const since = await this.uow.run(async () => {
      const at = await this.uow.now();
      await this.arrivals.note(deposit, at);
      return at;
    });
    return { ...(await this.custody.admit(deposit)), since };
  }

  discard(deposit: Quarantined): Promise<void> {
    return this.custody.discard(deposit);
  }

  openVerified(promised: Fingerprint): Promise<Readable> {
    return this.custody.openVerified(promised);
  }
}
