import { Injectable, type OnModuleInit } from '@nestjs/common';
import { documentChanged } from '@fubako/documents/events';
import { EventBus } from '@fubako/platform/outbox';
import { textExtracted } from '@fubako/scans/events';
import { SubscriptionRows } from '../data/subscription-rows';
import { SearchableSource } from './searchable-source';

/** Notes, in the unit that changes a document, that subscriptions are to be asked about it. */
@Injectable()
export class NoteChanges implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly rows: SubscriptionRows,
    private readonly source: SearchableSource,
  ) {}

  onModuleInit(): void {
    this.bus.inUnit(documentChanged, async (events) =>
      this.rows.noteChanged(events.map(({ payload }) => payload.documentId)),
    );
    this.bus.inUnit(textExtracted, async (events) => {
      for (const { payload } of events) this.rows.noteChanged(await this.source.carriersOf(payload.sha256));
    });
  }
}
