import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { ConcernedRows } from '../data/concerned-rows';
import { EndingRows } from '../data/ending-rows';
import type { ReceiptRow } from '../data/receipt.row';
import type { Endings } from './endings';
import { ReceiptNews, digestOf } from './receipt-news';

/** The trace of a re-routing, and the news of it. */
@Injectable()
export class RoutingTrail {
  constructor(
    private readonly endings: EndingRows,
    private readonly concerned: ConcernedRows,
    private readonly news: ReceiptNews,
  ) {}

  async write(
    row: ReceiptRow,
    actor: Actor,
    trace: Awaited<ReturnType<Endings['trace']>> & { to_section_code: string; to_section_name: string },
  ): Promise<void> {
    await this.endings.insert(row.id, { ...trace, kind: 'rerouted', document_id: null });
    // Whoever has sent it on can follow it, also when it is confidential.
    await this.concerned.admit(row.id, [actor.staffNo], trace.at);
    const { section_code: from, to_section_code: to, reason } = trace;
    this.news.acted({ receiptId: row.id, actor }, 'rerouted', { from, to, reason: digestOf(reason) });
    await this.news.routed(row, to, actor);
  }
}
