import { Injectable, type OnModuleInit } from '@nestjs/common';
import { documentChanged } from '@fubako/documents/events';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { textExtracted } from '@fubako/scans/events';
import { IndexDocument } from './index-document';
import { SearchableSource } from './searchable-source';

const CHANGED = Symbol('documents to index');

/**
 * Hears what changes a document's findable text and brings the index up to date as the last work of the announcing unit
 * (SEA-10): once for each document, however often one act announces it.
 */
@Injectable()
export class KeepIndex implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bus: EventBus,
    private readonly source: SearchableSource,
    private readonly index: IndexDocument,
  ) {}

  onModuleInit(): void {
    this.bus.inUnit(documentChanged, async (events) => this.gather(events.map(({ payload }) => payload.documentId)));
    this.bus.inUnit(textExtracted, async (events) => {
      for (const { payload } of events) this.gather(await this.source.carriersOf(payload.sha256));
    });
  }

  private gather(documentIds: readonly string[]): void {
    const changed = this.uow.gathered<Set<string>>(CHANGED, () => {
      const gathered = new Set<string>();
      this.uow.beforeCommit(() => this.index.run([...gathered]));
      return gathered;
    });
    for (const id of documentIds) changed.add(id);
  }
}
