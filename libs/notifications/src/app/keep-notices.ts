import { Injectable } from '@nestjs/common';
import { NoticeRows } from '../data/notice-rows';
import type { NoticeDraft } from './notice';

/** The door for libs that stand above and hand their news in. Call it in the delivery of the event. */
@Injectable()
export class KeepNotices {
  constructor(private readonly rows: NoticeRows) {}

  /** One notice for each person and event, however often it is delivered. */
  run(eventId: string, drafts: readonly NoticeDraft[]): Promise<void> {
    const first = new Map<string, NoticeDraft>();
    for (const draft of drafts) if (!first.has(draft.staffNo)) first.set(draft.staffNo, draft);
    return this.rows.insert(eventId, [...first.values()]);
  }
}
