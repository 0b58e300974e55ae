import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import {
  Custody,
  type Fingerprint,
  type Quarantined,
  type ReceivedFile,
  type ReceivingLimits,
  StageClock,
} from '@fubako/platform/object-store';
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

  /** For what is only announced. @throws DomainError scans.quota-exceeded */
  seeRoom(bytes: number): Promise<void> {
    return this.quota.seeRoom(bytes);
  }

  /** @throws SourceLengthDiffers, ObjectStoreUnavailable */
  deposit(body: Readable, limits: ReceivingLimits): Promise<Quarantined> {
    return this.custody.deposit(body, limits);
  }

  openQuarantined(deposit: Quarantined): Promise<Readable> {
    return this.custody.openQuarantined(deposit);
  }

  /** Call it outside a unit of work: the arrival commits before the bytes are put. @throws ObjectCorrupt, ObjectStoreUnavailable */
  async admit(deposit: Quarantined): Promise<Admitted> {
    const since = await this.noteArrival(deposit);
    return { ...(await this.custody.admit(deposit)), since };
  }

  /** The same for content that was received into a file. */
  async admitFile(received: ReceivedFile, clock = new StageClock()): Promise<Admitted> {
    const since = await clock.time('note', () => this.noteArrival(received));
    return { ...(await this.custody.admitFile(received, clock)), since };
  }

  discard(deposit: Quarantined): Promise<void> {
    return this.custody.discard(deposit);
  }

  openVerified(promised: Fingerprint): Promise<Readable> {
    return this.custody.openVerified(promised);
  }

  private noteArrival(content: Fingerprint): Promise<Date> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      await this.arrivals.note(content, at);
      return at;
    });
  }
}
