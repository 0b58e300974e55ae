import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { StoredObjects } from '../data/stored-objects';
import { refuse } from '../errors';

export interface OpenObject {
  readonly stream: Readable;
  readonly bytes: number;
  readonly mediaType: string;
}

/** 原本: the bytes as they came, checked piece by piece on their way out. Who may have them is the caller's question. */
@Injectable()
export class Objects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly objects: StoredObjects,
    private readonly custody: Custody,
  ) {}

  /**
   * Call it outside a unit of work.
   * @throws DomainError scans.unknown-object, objects.corrupt (also later, as the error of the stream), objects.unavailable
   */
  async open(sha256: string): Promise<OpenObject> {
    const object = await this.uow.read(() => this.objects.find(sha256));
    if (!object) throw refuse('scans.unknown-object', { sha256 });
    return { stream: await this.custody.openVerified(object), bytes: object.bytes, mediaType: object.mediaType };
  }
}
