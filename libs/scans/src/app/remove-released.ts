import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ObjectStore, contentKey } from '@fubako/platform/object-store';
import { RemovalRows } from '../data/removal-rows';

/** Takes the bytes of released content out of the store. May run at any time, again and again: a crash leaves nothing half. */
@Injectable()
export class RemoveReleased {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RemovalRows,
    private readonly store: ObjectStore,
  ) {}

  /** @returns how many objects are gone now. @throws ObjectStoreUnavailable when the store cannot be asked: the rest stays owed */
  async run(sha256s: readonly string[]): Promise<number> {
    const due = await this.uow.run(() => this.rows.begin(sha256s));
    for (const sha256 of due) await this.store.delete(contentKey(sha256));
    await this.uow.run(async () => this.rows.finish(due, await this.uow.now()));
    return due.length;
  }
}
