import { Injectable, type OnModuleInit } from '@nestjs/common';
import { documentChanged } from '@fubako/documents/events';
import { executionEntered } from '@fubako/execution/events';
import { EventBus } from '@fubako/platform/outbox';
import { textExtracted } from '@fubako/scans/events';
import { IndexChanges } from './index-changes';
import { SearchableSource } from './searchable-source';

/** Hears what changes findable text, in the announcing unit. */
@Injectable()
export class KeepIndex implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly source: SearchableSource,
    private readonly changes: IndexChanges,
  ) {}

  onModuleInit(): void {
    for (const news of [documentChanged, executionEntered])
      this.bus.inUnit(news, async (events) => this.changes.note(events.map(({ payload }) => payload.documentId)));
    this.bus.inUnit(textExtracted, async (events) => {
      for (const { payload } of events) this.changes.note(await this.source.carriersOf(payload.sha256));
    });
  }
}
