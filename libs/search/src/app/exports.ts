import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Ledger, ReadLog } from '@fubako/ledger';
import { DomainError } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { type ExportOrder, ExportRows } from '../data/export-rows';
import { refuse } from '../errors';

const SHOWN = 20;

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly stream: Readable;
}

/** One's own exports: how far they are, taking them, cancelling them. */
@Injectable()
export class Exports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExportRows,
    private readonly custody: Custody,
    private readonly ledger: Ledger,
    private readonly readings: ReadLog,
  ) {}

  list(actor: Actor): Promise<ExportOrder[]> {
    return this.uow.read(() => this.rows.ofPerson(actor.staffNo, SHOWN));
  }

  /** @param forTaking asks for the proof that taking it needs @throws DomainError search.unknown-export */
  find(id: string, actor: Actor, forTaking = false): Promise<ExportOrder> {
    return this.uow.read(async () => {
      const order = await this.rows.find(id);
      if (order?.staffNo !== actor.staffNo) throw refuse('search.unknown-export', {});
      if (forTaking) this.readings.ask(actor, ...order.secrecies);
      return order;
    });
  }

  /** @throws DomainError search.unknown-export, search.export-not-ready, what it waits for */
  async file(id: string, actor: Actor): Promise<ExportedFile> {
    const order = await this.find(id, actor);
    const object = await this.uow.run(async () => {
      const kept = order.state === 'ready' ? await this.rows.object(id) : null;
      if (isWaiting(order) && order.fault !== null) throw new DomainError(order.fault, {});
      if (!kept || (order.expiresAt && order.expiresAt <= (await this.uow.now())))
        throw refuse('search.export-not-ready', {});
      this.readings.ask(actor, ...order.secrecies);
      const subject = { kind: 'search-export', id };
      this.ledger.record({
        subject,
        kind: 'search.export-taken',
        actor: actor.staffNo,
        facts: { sha256: kept.sha256 },
      });
      return kept;
    });
    const stream = await this.custody.openQuarantined(object);
    const day = order.orderedAt.toISOString().slice(0, 10);
    return order.kind === 'list'
      ? { fileName: `検索結果_${day}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: object.bytes, stream }
      : { fileName: `検索結果_${day}.zip`, mediaType: 'application/zip', bytes: object.bytes, stream };
  }

  /** Stops what is being made, and throws away what is made. @throws DomainError search.unknown-export */
  async cancel(id: string, actor: Actor): Promise<void> {
    await this.find(id, actor);
    const object = await this.uow.run(async () => {
      await this.rows.cancel(id);
      return this.rows.object(id);
    });
    if (object) await this.custody.discard(object);
  }

  /** @returns how many were thrown away because their time had come */
  async expire(): Promise<number> {
    const objects = await this.uow.run(async () => {
      const ids = await this.rows.expire(await this.uow.now());
      const kept = [];
      for (const id of ids) kept.push(await this.rows.object(id));
      return kept;
    });
    for (const object of objects) if (object) await this.custody.discard(object);
    return objects.length;
  }
}

const isWaiting = ({ state }: ExportOrder): boolean => state === 'waiting' || state === 'running';
