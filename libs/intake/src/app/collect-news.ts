import { Injectable } from '@nestjs/common';
import { type NoticeDraft, KeepNotices } from '@fubako/notifications';
import { type Delivery, type DomainEvent, EventBus } from '@fubako/platform/outbox';
import { type ReadersAsked, circulationCompleted, draftAsked, readersAsked, receiptRouted } from '../events';
import { Sections } from './sections';

/** Turns what intake announces into notices: intake stands above notifications and hands them in. */
@Injectable()
export class CollectIntakeNews {
  constructor(
    private readonly keep: KeepNotices,
    private readonly sections: Sections,
    bus: EventBus,
  ) {
    bus.later(readersAsked, 'intake.notices-readers-asked', (event, delivery) =>
      this.tell(event, delivery, async () => askedNotices(event.payload)),
    );
    bus.later(circulationCompleted, 'intake.notices-circulation-completed', (event, delivery) =>
      this.tell(event, delivery, async () => {
        const { subjectKind, subjectId, title, startedBy } = event.payload;
        return [
          { staffNo: startedBy, kind: 'circulation_completed', subjectKind, documentId: subjectId, facts: { title } },
        ];
      }),
    );
    bus.later(draftAsked, 'intake.notices-draft-asked', (event, delivery) =>
      this.tell(event, delivery, () => this.toClerks('draft_asked', event.payload)),
    );
    bus.later(receiptRouted, 'intake.notices-receipt-routed', (event, delivery) =>
      this.tell(event, delivery, () => this.toClerks('receipt_routed', event.payload)),
    );
  }

  private tell(event: DomainEvent, delivery: Delivery, drafts: () => Promise<NoticeDraft[]>): Promise<void> {
    return delivery.complete(async () => this.keep.run(event.id, await drafts()));
  }

  private async toClerks(
    kind: 'draft_asked' | 'receipt_routed',
    news: { receiptId: string; title: string; sectionCode: string; by: { name: string; title: string } },
  ): Promise<NoticeDraft[]> {
    const clerks = await this.sections.clerks(news.sectionCode);
    const facts = { title: news.title, by: news.by };
    return clerks.map((staffNo) => ({ staffNo, kind, subjectKind: 'receipt', documentId: news.receiptId, facts }));
  }
}

function askedNotices({ subjectKind, subjectId, title, by, readers }: ReadersAsked): NoticeDraft[] {
  return readers.map((staffNo) => ({
    staffNo,
    kind: 'circulated',
    subjectKind,
    documentId: subjectId,
    facts: { title, by },
  }));
}
