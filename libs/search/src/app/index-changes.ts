import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { SubscriptionRows } from '../data/subscription-rows';
import { IndexDocument } from './index-document';

const CHANGED = Symbol('what is to be indexed');

/**
 * Whoever changes what is found says so here. The index is brought up to date as the last work of the unit that changes it
 * (SEA-10), once for each subject, and subscriptions are to be asked about it.
 */
@Injectable()
export class IndexChanges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly index: IndexDocument,
    private readonly subscriptions: SubscriptionRows,
  ) {}

  /** Call it inside the unit of work that changes them. @param ids of documents or receipts */
  note(ids: readonly string[]): void {
    const changed = this.uow.gathered<Set<string>>(CHANGED, () => {
      const gathered = new Set<string>();
      this.uow.beforeCommit(async () => {
        await this.index.run([...gathered]);
        this.subscriptions.noteChanged([...gathered]);
      });
      return gathered;
    });
    for (const id of ids) changed.add(id);
  }
}
